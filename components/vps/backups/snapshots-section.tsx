'use client';
import { Camera, Plus } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useOpened } from '@/components/parts/actions/use-opened';
import { Live } from '@/components/parts/answers/live';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { DataTable } from '@/components/parts/tables/data-table';
import { Foreign, isolatedNode } from '@/components/ui/foreign';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { pricePerHour, pricePerMonth, rupiah } from '@/lib/format';
import type { Problem } from '@/lib/problem';
import { searchTextOf } from '@/lib/resources/resource';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { backupInputs } from './inputs';
import { useBackupsTab, useWhenSettled, type BackupsTab } from './backups-context';
import { Disks, Section } from './section';
import { snapshots } from '@/lib/resources/vps';
import { diskWords, SnapshotStatus, isChanging, type Snapshot } from './snapshot';
import { useSnapshotActions } from './snapshot-actions';

const CreateSnapshotDialog = lazyNamed(
  () => import('./create-snapshot-dialog'),
  'CreateSnapshotDialog',
);

/** Reads the snapshots of a machine; often while one of them or the machine is changing. */
export function useSnapshots({ instance, busy }: BackupsTab) {
  const query = useBackendQuery('D23', backupInputs(instance, 1).snapshots, {
    poll: (list) => (list?.data.some(isChanging) ? 'fast' : 'slow'),
  });
  useWhenSettled(busy, () => void query.refetch());
  return query;
}

interface SnapshotsProps {
  query: ReturnType<typeof useSnapshots>;
  /** The problem of the server's read. It is shown until the browser has read for itself. */
  problem: Problem | null;
  /** Called with the name of the snapshot when the backend has accepted the rollback. */
  onStarted: (name: string) => void;
}

/** The section with the list of snapshots and their actions. */
export function SnapshotsSection({ query, problem, onStarted }: SnapshotsProps) {
  const t = useTranslations('backups');
  const { machine, why } = useBackupsTab();
  const { open, opened } = useOpened((_: true, onClose) => (
    <CreateSnapshotDialog onClose={onClose} />
  ));
  const create = (
    <Button
      size="sm"
      variant="primary"
      icon={<Plus aria-hidden />}
      disabledReason={why('snapshot', machine)}
      onClick={() => open(true)}
    >
      {t('create.label')}
    </Button>
  );
  const hasRows = (query.data?.data.length ?? 0) > 0;
  return (
    <Section
      title={t('snapshots.title')}
      description={t('snapshots.description')}
      actions={hasRows ? create : undefined}
    >
      <Live query={query} problem={problem} failed={t('snapshots.failed')} noAccess={t('noAccess')}>
        {({ data }) => (
          <SnapshotTable
            rows={data}
            onStarted={onStarted}
            empty={
              <EmptyState
                framed
                icon={<Camera aria-hidden />}
                title={t('snapshots.none')}
                actions={create}
              >
                {t('snapshots.noneText')}
              </EmptyState>
            }
          />
        )}
      </Live>
      {opened}
    </Section>
  );
}

function NameCell({ snapshot }: { snapshot: Snapshot }) {
  const t = useTranslations('backups');
  return (
    <div className="text-left">
      <span className="inline-flex max-w-full flex-wrap items-center gap-x-2">
        <span className="break-all">
          <Foreign text={snapshots.name(snapshot)} />
        </span>
        {snapshot.is_current_state ? <Badge tone="accent">{t('snapshots.current')}</Badge> : null}
      </span>
      {snapshot.description ? (
        <p className="text-muted font-normal break-words">{isolatedNode(snapshot.description)}</p>
      ) : null}
    </div>
  );
}

function useColumns(): readonly Column<Snapshot>[] {
  const t = useTranslations('backups');
  const locale = useLocale();
  return useMemo(
    () => [
      column.name<Snapshot>('name', t('name'), snapshots.name, {
        cell: (snapshot) => <NameCell snapshot={snapshot} />,
      }),
      column.text('status', t('status'), ({ status }) => status, {
        cell: (snapshot) => <SnapshotStatus snapshot={snapshot} />,
      }),
      {
        id: 'disks',
        header: t('disks'),
        cell: ({ attached_storage: disks }) => <Disks disks={diskWords(disks, locale)} />,
        csv: ({ attached_storage: disks }) =>
          diskWords(disks, locale)
            .map(({ words }) => words)
            .join('; '),
      },
      column.money('price', t('price'), ({ estimated_monthly: month }) => month, {
        cell: ({ estimated_monthly: month, current_hourly_price: hour }) =>
          hour ? (
            <>
              {pricePerMonth(month, locale)}
              <p className="text-faint text-xs">{pricePerHour(hour, locale)}</p>
            </>
          ) : (
            rupiah(hour)
          ),
      }),
      column.money('cost', t('costSoFar'), ({ current_cost: cost }) => cost),
      column.instant('created', t('created'), ({ created_at: at }) => at, { as: 'exact' }),
    ],
    [t, locale],
  );
}

const searchText = searchTextOf(snapshots);

interface SnapshotTableProps extends Pick<SnapshotsProps, 'onStarted'> {
  rows: readonly Snapshot[];
  empty: ReactNode;
}

function SnapshotTable({ rows, onStarted, empty }: SnapshotTableProps) {
  const t = useTranslations('backups');
  const columns = useColumns();
  const actions = useSnapshotActions(onStarted);
  return (
    <DataTable
      id="snapshots"
      caption={t('snapshots.title')}
      rows={rows}
      columns={columns}
      rowId={snapshots.id}
      searchText={rows.length > 5 ? searchText : undefined}
      actions={actions}
      identity={snapshots}
      csv={`snapshots-${useBackupsTab().name}`}
      empty={empty}
    />
  );
}
