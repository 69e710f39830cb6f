'use client';
/** What a list tells of an organization's projects once they were asked for, and its links. Loaded when it is shown. */
import { FolderTree } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useShell } from '@/components/parts/shell/context';
import { keptQuery } from '@/components/parts/shell/same-page';
import { ProblemNote } from '@/components/ui/error-state';
import { Foreign } from '@/components/ui/foreign';
import { TextLink } from '@/components/ui/text-link';
import type { GroupScope } from '@/lib/paths';
import type { ProjectScope, StandingLineProps } from './standing';

/** Leads to the list of a project, with the search and filters of this one. */
export function ProjectLink({
  project,
  page,
}: {
  project: ProjectScope;
  page: (place: GroupScope) => string;
}) {
  const query = keptQuery(useSearchParams());
  return (
    <TextLink href={page(project.group) + query}>
      <Foreign text={project.label} />
    </TextLink>
  );
}

/** The projects in which something stands, those that couldn't be read, and those that the person's role keeps closed. */
export function StandingDetails({ page, projects, stands }: StandingLineProps) {
  return (
    <>
      <Counts {...{ page, stands }} />
      <Troubles {...{ projects, stands }} />
    </>
  );
}

/** The projects in which something stands, with how much. */
function Counts({ page, stands }: Pick<StandingLineProps, 'page' | 'stands'>) {
  const t = useTranslations('places');
  const counted = [...stands.counts].filter(([, count]) => count > 0);
  if (counted.length === 0) return null;
  return (
    <ul aria-label={t('counts')} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {counted.map(([project, count]) => (
        <li key={project.key}>
          <ProjectLink {...{ project, page }} /> <span className="tabular">{count}</span>
        </li>
      ))}
    </ul>
  );
}

/** The projects that couldn't be read, and those that the person's role keeps closed. */
function Troubles({
  projects,
  stands: { failed },
}: Pick<StandingLineProps, 'projects' | 'stands'>) {
  const t = useTranslations('places');
  const closed = projects.filter(({ machines }) => !machines);
  return (
    <>
      {failed.map(({ problem, names, again, retrying }) => (
        <ProblemNote
          key={problem.code}
          problem={problem}
          what={t('failed', { names: names.join(', '), count: names.length })}
          {...(problem.code === 'no_access' ? {} : { onRetry: again, retrying })}
        />
      ))}
      {closed.length > 0 ? (
        <p className="text-muted text-sm">
          {t('closed', { names: closed.map(({ label }) => label).join(', ') })}
        </p>
      ) : null}
    </>
  );
}

/** In a project: leads to the organization's list, where the person can open it. */
export function OfProject({
  page,
  scope,
}: Pick<StandingLineProps, 'page'> & { scope: GroupScope }) {
  const t = useTranslations('places');
  const query = keptQuery(useSearchParams());
  const { scopes } = useShell();
  const organization = scopes.find(({ key, machines }) => machines && key === `o/${scope.org}`);
  if (!organization) return null;
  return (
    <p className="text-muted mb-3 flex flex-wrap items-center gap-x-3 text-sm">
      <FolderTree aria-hidden className="text-faint size-4 shrink-0" />
      {t('ofProject')}
      <TextLink href={page({ org: scope.org }) + query}>
        {t('toOrganization', { name: organization.label })}
      </TextLink>
    </p>
  );
}
