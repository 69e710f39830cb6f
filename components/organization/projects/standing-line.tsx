'use client';
/** The line above a list that says where its things stand. */
import { useSearchParams } from 'next/navigation';
import { FolderTree } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { keptQuery } from '@/components/parts/shell/same-page';
import { useShell } from '@/components/parts/shell/context';
import { Button } from '@/components/ui/button';
import { ProblemNote } from '@/components/ui/error-state';
import { Foreign } from '@/components/ui/foreign';
import { TextLink } from '@/components/ui/text-link';
import { toast } from '@/components/ui/toast';
import type { GroupScope } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import type { ProjectScope, Stands } from './standing';

type PageOf = (place: GroupScope) => string;

/** Leads to the list of a project, with the search and filters of this one. */
export function ProjectLink({ project, page }: { project: ProjectScope; page: PageOf }) {
  const query = keptQuery(useSearchParams());
  return (
    <TextLink href={page(project.group) + query}>
      <Foreign text={project.label} />
    </TextLink>
  );
}

export interface StandingLineProps {
  page: PageOf;
  projects: readonly ProjectScope[];
  stands: Stands<unknown>;
  /** Whether the projects were asked for. */
  asked: boolean;
  /** Whether their things are in the list. */
  shown: boolean;
  /** Things in them that the organization's own list doesn't have, as far as it is known. */
  more: number;
  onShow: () => Promise<void>;
  onHide: () => void;
}

/** Says how many more things stand in an organization's projects, and shows or hides them. */
export function StandingLine(props: StandingLineProps) {
  const { page, projects, stands, shown } = props;
  const scope = useGroup();
  if (scope.project !== undefined) return <OfProject {...{ page, scope }} />;
  return (
    <div className="mb-3 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
        <FolderTree aria-hidden className="text-faint size-4 shrink-0" />
        <Said {...props} />
        <ShowButton {...props} />
      </div>
      {shown ? <Counts {...{ page, stands }} /> : null}
      {shown ? <Troubles {...{ projects, stands }} /> : null}
    </div>
  );
}

/** How many more things stand in the projects, as far as it is known. */
function Said({ projects, stands, asked, more }: StandingLineProps) {
  const t = useTranslations('places');
  const read = stands.counts.size;
  const all = read + stands.reading;
  return (
    <p role="status" className="text-muted">
      {!asked
        ? t('elsewhere', { count: projects.length })
        : stands.reading > 0
          ? t(stands.limited ? 'limited' : 'reading', { read, all, more })
          : t('more', { more, count: read })}
    </p>
  );
}

function ShowButton({ shown, projects, onShow, onHide }: StandingLineProps) {
  const t = useTranslations('places');
  const ui = useTranslations('ui');
  const [loading, setLoading] = useState(false);
  const show = () => {
    setLoading(true);
    void onShow()
      .catch(() => toast({ tone: 'danger', title: ui('partFailed'), text: ui('partFailedText') }))
      .finally(() => setLoading(false));
  };
  return shown ? (
    <Button size="sm" onClick={onHide}>
      {t('hide')}
    </Button>
  ) : (
    <Button
      size="sm"
      loading={loading}
      disabledReason={projects.some(({ machines }) => machines) ? null : t('closedAll')}
      onClick={show}
    >
      {t('show')}
    </Button>
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
function OfProject({ page, scope }: { page: PageOf; scope: GroupScope }) {
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
