'use client';
import { ClipboardList, UserPlus, Users } from 'lucide-react';
import { useMemo, type ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { NoAccess } from '@/components/organization/no-access';
import { CreateDialogButton } from '@/components/parts/actions/create-dialog-button';
import { useOpened } from '@/components/parts/actions/use-opened';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { DataTable } from '@/components/parts/tables/data-table';
import { useLongList, type Rest } from '@/components/parts/tables/use-long-list';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { Result } from '@/lib/contract/types';
import type { Problem } from '@/lib/problem';
import type { Beginning } from '@/lib/query/beginning';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { members as resource } from '@/lib/resources/awanio';
import { searchTextOf } from '@/lib/resources/resource';
import { useMemberActions } from './actions';
import { useMemberColumns, useMemberFilters } from './columns';
import { ofProject, projectMembers, seeMembers, type Member } from './member';
import { useMemberFacts, useMemberRefusal, usePlace } from './place';

const AddDialog = lazyNamed(() => import('./add-dialog'), 'AddDialog');
const ReviewDialog = lazyNamed(() => import('./review-dialog'), 'ReviewDialog');
const searchText = searchTextOf(resource);

interface ListProps<R extends 'A10' | 'A21'> {
  /** The first rows, where the server has read more than the page holds. */
  beginning: Beginning<Result<R>> | null;
  /** Why the server couldn't read the list; the browser reads it again. */
  problem: Problem | null;
}

/** The members of an organization, A10. */
export function OrganizationMembers({ beginning, problem }: ListProps<'A10'>) {
  const { org } = useGroup();
  const input = { params: { uuid: org } };
  const { query, list, rest } = useLongList('A10', input, beginning, { poll: 'slow' });
  return (
    <Shown query={list} problem={problem}>
      {({ data }) => <Rows rows={data} {...{ rest, query }} />}
    </Shown>
  );
}

/** The members of a project, A21, with the organization's admins where the person may read them (A10). */
export function ProjectMembers({ beginning, problem }: ListProps<'A21'>) {
  const { org, project = '' } = useGroup();
  const input = { params: { uuid: project } };
  const { query, list, rest } = useLongList('A21', input, beginning, { poll: 'slow' });
  const { inOrganization } = useMemberFacts();
  const around = useBackendQuery('A10', { params: { uuid: org } }, { enabled: inOrganization });
  const t = useTranslations('members');
  return (
    <Shown query={list} problem={problem}>
      {({ data }) => (
        <>
          <ProjectRows rows={data} owners={around.data?.data} {...{ rest, query }} />
          {inOrganization && !around.error ? null : (
            <p className="text-muted mt-2 text-sm">{t('organizationUnread')}</p>
          )}
        </>
      )}
    </Shown>
  );
}

/** The gate of both lists. */
function Shown<Data>(
  props: Pick<ComponentProps<typeof Live<Data>>, 'query' | 'problem' | 'children'>,
) {
  const t = useTranslations('members');
  const scope = useGroup();
  return (
    <Live
      {...props}
      failed={t('failed')}
      noAccess={{
        shown: (
          <NoAccess title={t('noAccess')} lacking={seeMembers(scope)}>
            {t('noAccessText')}
          </NoAccess>
        ),
      }}
    />
  );
}

type Query = ComponentProps<typeof Updated>['query'];

function ProjectRows({
  rows,
  owners,
  rest,
  query,
}: {
  rows: Result<'A21'>['data'];
  owners: readonly Member[] | undefined;
  rest: Rest<Result<'A21'>['data'][number]> | undefined;
  query: Query;
}) {
  // The admins who aren't in the project follow at the end, so not before its own list is whole.
  const all = useMemo(() => projectMembers(rows, rest ? [] : owners), [rows, rest, owners]);
  const later = useMemo(
    () => rest && { ...rest, all: async () => (await rest.all()).map(ofProject) },
    [rest],
  );
  return <Rows rows={all} rest={later} query={query} />;
}

function Rows({
  rows,
  rest,
  query,
}: {
  rows: readonly Member[];
  rest: Rest<Member> | undefined;
  query: Query;
}) {
  const t = useTranslations('members');
  const { place } = usePlace();
  const all = async () => (rest ? rest.all() : rows);
  return (
    <DataTable
      id={`members-${place}`}
      caption={t('heading')}
      {...{ rows, rest }}
      columns={useMemberColumns()}
      rowId={resource.id}
      searchText={searchText}
      filters={useMemberFilters()}
      actions={useMemberActions(rest ? null : rows)}
      identity={resource}
      tools={
        <>
          <Updated query={query} />
          <AccessReview all={all} />
        </>
      }
      csv="members"
      empty={
        <EmptyState framed icon={<Users aria-hidden />} title={t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      }
    />
  );
}

function AccessReview({ all }: { all: () => Promise<readonly Member[]> }) {
  const t = useTranslations('members.report');
  const { open, opened } = useOpened((_: true, close) => (
    <ReviewDialog all={all} onClose={close} />
  ));
  return (
    <>
      <Button size="sm" icon={<ClipboardList aria-hidden />} onClick={() => open(true)}>
        {t('label')}
      </Button>
      {opened}
    </>
  );
}

/** The button that adds members, or why the person can't. */
export function AddMembers() {
  const t = useTranslations('members');
  const refusal = useMemberRefusal();
  const icon = <UserPlus aria-hidden />;
  return <CreateDialogButton label={t('add.label')} icon={icon} {...refusal} Dialog={AddDialog} />;
}
