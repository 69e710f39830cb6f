'use client';
import { Camera, Plus } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Overlay } from '@/components/parts/actions/overlay';
import { Live } from '@/components/parts/answers/live';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { DataTable } from '@/components/parts/tables/data-table';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { pricePerHour, pricePerMonth, rupiah } from '@/lib/format';
import type { Problem } from '@/lib/problem';
import { searchTextOf } from '@/lib/resources/resource';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { backupInputs } from './inputs';
import { useWhenSettled, type BackupsContext } from './backups-context';
import { Disks, Section } from './section';
import { snapshots } from '@/lib/resources/vps';
import { diskWords, nameOfSnapshot, SnapshotStatus, underWay, type Snapshot } from './snapshot';
import { useSnapshotActions } from './snapshot-actions';

const CreateSnapshotDialog = lazyNamed(
  () => import('./create-snapshot-dialog'),
  'CreateSnapshotDialog',
);

/** The snapshots of a machine, followed until each is settled. */
export function useSnapshots({ instance, busy }: BackupsContext) {
  const query = useBackendQuery('D23', backupInputs(instance, 1).snapshots, {
    poll: (list) => (busy || list?.data.some(underWay) ? 'fast' : 'slow'),
  });
  useWhenSettled(busy, () => void query.refetch());
  return query;
}

/**
 * Snapshots: the list, and what can be done with them.
 * @param problem of the server's own read, shown until the browser's
 */
export function SnapshotsSection({
  context,
  query,
  problem,
  onBack,
}: {
  context: BackupsContext;
  query: ReturnType<typeof useSnapshots>;
  problem: Problem | null;
  onBack: (name: string) => void;
}) {
  const t = useTranslations('backups');
  const [asked, setAsked] = useState(false);
  const create = (primary: boolean) => (
    <Button
      size="sm"
      variant={primary ? 'primary' : 'secondary'}
      icon={<Plus aria-hidden />}
      disabledReason={context.why('snapshot', context.machine)}
      onClick={() => setAsked(true)}
    >
      {t('create.label')}
    </Button>
  );
  const some = (query.data?.data.length ?? 0) > 0;
  return (
    <Section
      title={t('snapshots.title')}
      description={t('snapshots.description')}
      actions={some ? create(true) : undefined}
    >
      <Live query={query} problem={problem} failed={t('snapshots.failed')} noAccess={t('noAccess')}>
        {({ data }) => (
          <SnapshotTable
            context={context}
            rows={data}
            onBack={onBack}
            empty={
              <div className="border-line bg-surface rounded-md border">
                <EmptyState
                  icon={<Camera aria-hidden />}
                  title={t('snapshots.none')}
                  actions={create(true)}
                >
                  {t('snapshots.noneText')}
                </EmptyState>
              </div>
            }
          />
        )}
      </Live>
      {asked ? (
        <Overlay>
          <CreateSnapshotDialog context={context} onClose={() => setAsked(false)} />
        </Overlay>
      ) : null}
    </Section>
  );
}

function NameCell({ snapshot }: { snapshot: Snapshot }) {
  const t = useTranslations('backups');
  return (
    <div className="text-left">
      <span className="inline-flex max-w-full flex-wrap items-center gap-x-2">
        <span className="break-all">{nameOfSnapshot(snapshot)}</span>
        {snapshot.is_current_state ? <Badge tone="accent">{t('snapshots.current')}</Badge> : null}
      </span>
      {snapshot.description ? (
        <p className="text-muted font-normal break-words">{snapshot.description}</p>
      ) : null}
    </div>
  );
}

function useColumns(): readonly Column<Snapshot>[] {
  const t = useTranslations('backups');
  const locale = useLocale();
  return useMemo(
    () => [
      column.name<Snapshot>('name', t('name'), nameOfSnapshot, {
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

function SnapshotTable({
  context,
  rows,
  onBack,
  empty,
}: {
  context: BackupsContext;
  rows: readonly Snapshot[];
  onBack: (name: string) => void;
  empty: ReactNode;
}) {
  const t = useTranslations('backups');
  const columns = useColumns();
  const actions = useSnapshotActions(context, onBack);
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
      csv={`snapshots-${context.name}`}
      empty={empty}
    />
  );
}
