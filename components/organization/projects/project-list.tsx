'use client';
import { FolderKanban } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { PersonMark } from '@/components/parts/people/person-mark';
import * as column from '@/components/parts/tables/column';
import { DataTable } from '@/components/parts/tables/data-table';
import { RoleCreateButton } from '@/components/parts/why/create-button';
import { Foreign } from '@/components/ui/foreign';
import { TextLink } from '@/components/ui/text-link';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { Row } from '@/lib/contract/types';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { projects } from '@/lib/resources/awanio';
import { searchTextOf } from '@/lib/resources/resource';
import { useLevelWords } from '@/components/organization/people/role-words';
import { useProjectActions } from './actions';

const CreateProject = lazyNamed(() => import('./create-dialog'), 'CreateProject');
const searchText = searchTextOf(projects);

/** What a person may do with the projects of an organization. */
export interface ProjectRights {
  /** An admin of the organization may change all of them. */
  admin: boolean;
  /** Why the person can't create one: their role, or because they aren't in the organization. */
  create: 'yes' | 'reader' | 'stranger' | 'suspended';
}

interface Props {
  rights: ProjectRights;
  /** `NUSA_FINANCE_LEVEL`. */
  financeLevel: number | null;
  /** Why the server couldn't read the list; the browser reads it again. */
  problem: Problem | null;
}

/** The projects of an organization in which the person is a member. A15 lists no others. */
export function ProjectList({ rights, financeLevel, problem }: Props) {
  const { org } = useGroup();
  const t = useTranslations('organization-projects');
  const query = useBackendQuery('A15', {}, { poll: 'slow' });
  return (
    <Live query={query} problem={problem} failed={t('failed')}>
      {({ data }) => <Rows {...{ data, org, rights, financeLevel, query }} />}
    </Live>
  );
}

function Rows({
  data,
  org,
  rights,
  financeLevel,
  query,
}: Omit<Props, 'problem'> & {
  data: readonly Row<'A15'>[];
  org: string;
  query: Parameters<typeof Updated>[0]['query'];
}) {
  const t = useTranslations('organization-projects');
  const rows = useMemo(
    () => data.filter(({ organization }) => organization?.uuid === org),
    [data, org],
  );
  const suspended = rights.create === 'suspended';
  return (
    <DataTable
      id="organization-projects"
      caption={t('heading')}
      rows={rows}
      columns={useProjectColumns(org, financeLevel)}
      rowId={projects.id}
      searchText={searchText}
      actions={useProjectActions({ admin: rights.admin, suspended })}
      identity={projects}
      tools={<Updated query={query} />}
      csv="projects"
      empty={
        <EmptyState
          framed
          icon={<FolderKanban aria-hidden />}
          title={t('emptyTitle')}
          actions={rights.create === 'yes' ? <NewProject create="yes" /> : undefined}
        >
          {t('emptyText')}
        </EmptyState>
      }
    />
  );
}

function Name({ row, href }: { row: Row<'A15'>; href: string }) {
  const { uuid, icon, updated_at: at } = row;
  const name = projects.name(row);
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <PersonMark of={{ kind: 'projects', uuid }} size="sm" {...{ name, icon, at }} />
      <TextLink href={href} className="wrap-anywhere">
        <Foreign text={name} />
      </TextLink>
    </span>
  );
}

function useProjectColumns(org: string, financeLevel: number | null) {
  const t = useTranslations('organization-projects');
  const m = useTranslations('machines');
  const level = useLevelWords(financeLevel);
  return useMemo(
    () => [
      column.name<Row<'A15'>>('name', t('name'), projects.name, {
        cell: (row) => <Name row={row} href={projects.href({ org }, row.uuid)} />,
      }),
      column.text<Row<'A15'>>('role', t('role'), (row) => level(row.project_member?.user_level)),
      column.text<Row<'A15'>>('primary', t('isPrimary'), ({ project_member: mine }) =>
        mine?.is_default ? t('yes') : null,
      ),
      column.instant<Row<'A15'>>('created', m('created'), (row) => row.created_at),
      column.code<Row<'A15'>>('id', m('id'), projects.id, { hidden: true }),
    ],
    [t, m, org, level],
  );
}

const newProjects = { area: 'newProjects' } as const;

/** The button that opens the dialog to create a project, or why the person can't. */
export function NewProject({ create }: { create: ProjectRights['create'] }) {
  const t = useTranslations('organization-projects.create');
  return (
    <RoleCreateButton
      label={t('label')}
      may={create === 'yes'}
      lacking={newProjects}
      words={create === 'yes' ? '' : t(create)}
      Dialog={CreateProject}
    />
  );
}
