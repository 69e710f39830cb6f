'use client';
import { Plus, Server } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { useStanding } from '@/components/organization/standing/use-standing';
import { News } from '@/components/parts/machines/news';
import { useStatusFilter } from '@/components/parts/machines/status-filter';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { DataTable } from '@/components/parts/tables/data-table';
import { useLongList, type Rest } from '@/components/parts/tables/use-long-list';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { TableSkeleton } from '@/components/ui/skeleton';
import { statusGroup, transient } from '@/lib/contract/states';
import type { Result } from '@/lib/contract/types';
import { paths, type GroupScope } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import type { Beginning } from '@/lib/query/beginning';
import { useGroup } from '@/lib/query/scope';
import { searchTextOf } from '@/lib/resources/resource';
import { vms } from '@/lib/resources/awanio';
import { newsOf, useVmColumns, type Vm } from './columns';
import { groupParams } from './group';
import { NoMachineAccess } from './no-access';

/** Reads the list often while an action of a machine is under way. */
const pace = (list: Result<'A25'> | undefined) =>
  list?.data.some(({ status }) => transient(status, null)) ? 'fast' : 'slow';

const listInput = (scope: GroupScope) => ({ params: groupParams(scope) });
const searchText = searchTextOf(vms);
const statusOf = ({ status }: Vm) => statusGroup(status);

const machinesChange = { area: 'vms' } as const;

/** The button that opens the wizard, or why the person can't use it. */
export function CreateLink({ mayCreate }: { mayCreate: boolean }) {
  const scope = useGroup();
  const t = useTranslations('vms');
  const icon = <Plus aria-hidden />;
  const refusal = useRoleRefusal(mayCreate, machinesChange, t('noWrite'));
  if (refusal) {
    return (
      <Button variant="primary" icon={icon} {...refusal}>
        {t('create')}
      </Button>
    );
  }
  return (
    <ButtonLink variant="primary" icon={icon} href={paths.newVm(scope)}>
      {t('create')}
    </ButtonLink>
  );
}

interface VmListProps {
  mayCreate: boolean;
  /** The first rows, where the server has read more than the page holds. */
  beginning: Beginning<Result<'A25'>> | null;
  /** Why the server couldn't read the list; the browser reads it again. */
  problem: Problem | null;
}

/** The list of machines of an organization or project, read at intervals. A25 answers all of them at once. */
export function VmList({ mayCreate, beginning, problem }: VmListProps) {
  const scope = useGroup();
  const t = useTranslations('vms.list');
  const { query, list, rest } = useLongList('A25', listInput(scope), beginning, { poll: pace });
  return (
    <Live
      query={list}
      problem={problem}
      failed={t('failed')}
      noAccess={{ shown: <NoMachineAccess /> }}
      stale={t('stale')}
      outline={<TableSkeleton label={t('loading')} />}
    >
      {({ data }) => <Machines {...{ mayCreate, rest }} rows={data} query={query} />}
    </Live>
  );
}

interface MachinesProps {
  mayCreate: boolean;
  rows: readonly Vm[];
  rest: Rest<Vm> | undefined;
  query: ComponentProps<typeof Updated>['query'];
}

function Machines({ mayCreate, rows: own, rest: ownRest, query }: MachinesProps) {
  const title = useTranslations('vms')('title');
  const standing = useStanding(vms, listInput, own, ownRest);
  const { rows, rest, line, again } = standing;
  const refetch = () => Promise.all([query.refetch(), again()]);
  const columns = useVmColumns(standing);
  const filters = useStatusFilter(statusOf);
  const table =
    rows.length === 0 ? (
      <NoMachines mayCreate={mayCreate} />
    ) : (
      <DataTable
        id="vms"
        caption={title}
        {...{ rows, rest }}
        columns={columns}
        rowId={vms.id}
        searchText={searchText}
        filters={filters}
        tools={<Updated query={{ dataUpdatedAt: query.dataUpdatedAt, refetch }} />}
        csv="virtual-machines"
        empty={null}
      />
    );
  return (
    <>
      <News rows={rows} look={newsOf} />
      {line}
      {table}
    </>
  );
}

function NoMachines({ mayCreate }: { mayCreate: boolean }) {
  const t = useTranslations('vms.list');
  return (
    <EmptyState
      framed
      icon={<Server aria-hidden />}
      title={t('emptyTitle')}
      actions={mayCreate ? <CreateLink mayCreate={mayCreate} /> : undefined}
    >
      {mayCreate ? t('emptyText') : t('emptyReader')}
    </EmptyState>
  );
}
