'use client';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { ActionButtons } from '@/components/parts/actions/action-buttons';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { Copyable } from '@/components/parts/machines/copyable';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { Panel } from '@/components/ui/panel';
import type { Result } from '@/lib/contract/types';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { projects } from '@/lib/resources/awanio';
import { useLevelWords } from '@/components/organization/people/role-words';
import { useProjectActions } from './actions';
import { GroupHead } from '../settings/group-head';
import type { GroupRights } from '../settings/rights';

interface Props {
  rights: GroupRights;
  /** `NUSA_FINANCE_LEVEL`. */
  financeLevel: number | null;
  /** Why the server couldn't read the project; the browser reads it again. */
  problem: Problem | null;
}

/** The one of two opposite actions that has nothing to do. */
const other = ({ project_member: mine }: Result<'A16'>) =>
  mine?.is_default ? 'primary' : 'release';

/** Name and icon of a project, whether it is the person's primary one, and its deletion. */
export function ProjectSettings({ rights, financeLevel, problem }: Props) {
  const scope = useGroup();
  const t = useTranslations('organization-settings');
  const uuid = scope.project ?? '';
  // As the watcher of scopes leaves a lost one: who is only in projects has no page of the organization.
  const home = rights.createProject ? paths.overview({ org: scope.org }) : paths.home();
  const query = useBackendQuery('A16', { params: { uuid } }, { poll: 'slow' });
  const { push } = useRouter();
  const leave = useCallback(() => push(home), [push, home]);
  const actions = useProjectActions(rights, leave);
  return (
    <Live query={query} problem={problem} failed={t('failedProject')}>
      {(project) => (
        <div className="max-w-3xl">
          <Panel
            title={t('general')}
            actions={
              <>
                <Updated query={query} />
                <ActionButtons
                  actions={actions.filter(({ id }) => id !== other(project))}
                  row={project}
                  identity={projects}
                />
              </>
            }
          >
            <General {...{ project, financeLevel }} />
          </Panel>
        </div>
      )}
    </Live>
  );
}

function General({
  project,
  financeLevel,
}: {
  project: Result<'A16'>;
  financeLevel: number | null;
}) {
  const t = useTranslations('organization-settings');
  const m = useTranslations('machines');
  const level = useLevelWords(financeLevel);
  const { uuid, project_member: mine } = project;
  return (
    <>
      <GroupHead kind="projects" of={project} name={projects.name(project)} />
      <KeyValue
        pairs={[
          { term: t('organization'), value: project.organization?.name },
          { term: t('slug'), value: project.slug, mono: true },
          { term: t('role'), value: mine ? level(mine.user_level) : t('noMember') },
          { term: t('isPrimary'), value: t(mine?.is_default ? 'yes' : 'no') },
          { term: m('created'), value: <Instant iso={project.created_at} /> },
          { term: m('id'), value: <Copyable text={uuid} label={m('copyId')} /> },
        ]}
      />
    </>
  );
}
