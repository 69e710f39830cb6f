'use client';
import { HardDrive } from 'lucide-react';
import { Suspense, useMemo, type ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { DataTable } from '@/components/parts/tables/data-table';
import { useStanding } from '@/components/organization/standing/use-standing';
import { useLongList, type Rest } from '@/components/parts/tables/use-long-list';
import { RoleCreateButton } from '@/components/parts/why/create-button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { Result } from '@/lib/contract/types';
import type { GroupScope } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import type { Beginning } from '@/lib/query/beginning';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { volumes } from '@/lib/resources/awanio';
import { searchTextOf } from '@/lib/resources/resource';
import { NoAccess } from '../no-access';
import { groupParams } from '../vms/group';
import { useVolumeActions } from './actions';
import { useVolumeColumns, useVolumeFilters } from './columns';
import type { VolumeRights } from './rights';
import { namesMachines, volumeParams, withMachines, type Volume } from './volume';

const UnusedNote = lazyNamed(() => import('./unused-note'), 'UnusedNote', 'quiet');
const CreateDialog = lazyNamed(() => import('./create-dialog'), 'CreateDialog');
const searchText = searchTextOf(volumes);
const listInput = (scope: GroupScope) => ({ params: volumeParams(scope) });

interface ListProps {
  rights: VolumeRights;
  /** The first rows, where the server has read more than the page holds. */
  beginning: Beginning<Result<'A39'>> | null;
  /** Why the server couldn't read the list; the browser reads it again. */
  problem: Problem | null;
}

/** The list of volumes of an organization or project. A39 answers all of them at once. */
export function VolumeList({ rights, beginning, problem }: ListProps) {
  const scope = useGroup();
  const t = useTranslations('organization-volumes');
  const { query, list, rest } = useLongList('A39', listInput(scope), beginning, { poll: 'slow' });
  return (
    <Live
      query={list}
      problem={problem}
      failed={t('failed')}
      noAccess={{
        shown: (
          <NoAccess title={t('noAccess')} lacking={{ area: 'volumes', see: true }}>
            {t('noAccessText')}
          </NoAccess>
        ),
      }}
    >
      {({ data }) => <Rows rows={data} {...{ rest, rights, query }} />}
    </Live>
  );
}

interface RowsProps {
  rows: readonly Volume[];
  rest: Rest<Volume> | undefined;
  rights: VolumeRights;
  query: ComponentProps<typeof Updated>['query'];
}

/** The rows with their machines, which are read from A25 where A39 names none; null while they aren't known. */
function useAttached(rows: readonly Volume[]): readonly Volume[] | null {
  const params = groupParams(useGroup());
  const missing = !namesMachines(rows);
  const { data, isPending } = useBackendQuery('A25', { params }, { enabled: missing });
  const joined = useMemo(() => data && withMachines(rows, data.data), [rows, data]);
  if (!missing) return rows;
  return joined ?? (isPending ? null : rows);
}

function Rows({ rows: given, rest: ownRest, rights, query }: RowsProps) {
  const attached = useAttached(given);
  const standing = useStanding(volumes, listInput, attached ?? given, ownRest);
  const { rows, rest, line, again } = standing;
  const refetch = () => Promise.all([query.refetch(), again()]);
  const t = useTranslations('organization-volumes');
  const empty = (
    <EmptyState
      framed
      icon={<HardDrive aria-hidden />}
      title={t('emptyTitle')}
      actions={rights.create === 'yes' ? <CreateVolume right="yes" /> : undefined}
    >
      {rights.create === 'yes' ? t('emptyText') : t('emptyReader')}
    </EmptyState>
  );
  return (
    <>
      {attached && !ownRest ? (
        <Suspense fallback={null}>
          <UnusedNote rows={attached} />
        </Suspense>
      ) : null}
      {line}
      <DataTable
        id="organization-volumes"
        caption={t('heading')}
        {...{ rows, rest }}
        columns={useVolumeColumns(standing)}
        rowId={volumes.id}
        searchText={searchText}
        filters={useVolumeFilters()}
        actions={useVolumeActions(rights.change, standing.placeOf)}
        identity={volumes}
        tools={<Updated query={{ dataUpdatedAt: query.dataUpdatedAt, refetch }} />}
        csv="volumes"
        empty={empty}
      />
    </>
  );
}

/** Volumes are created for the organization, also in a project. */
const creation = { area: 'volumes', ofOrganization: true } as const;

/** The button that opens the dialog to create a volume, or why the person can't. */
export function CreateVolume({ right }: { right: VolumeRights['create'] }) {
  const t = useTranslations('organization-volumes.create');
  return (
    <RoleCreateButton
      label={t('label')}
      may={right === 'yes'}
      lacking={creation}
      words={right === 'yes' ? '' : t(right)}
      Dialog={CreateDialog}
    />
  );
}
