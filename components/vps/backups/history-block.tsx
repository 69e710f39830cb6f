'use client';
import { Archive } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { MenuTable, useMenuColumn } from '@/components/parts/tables/menu-table';
import { goTo } from '@/components/parts/tables/use-list-state';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useBackupActions, useBackupIdentity, type Backup } from './backup-actions';
import { backupInputs, historyPage, historyParameter } from './inputs';
import { useWhenSettled, type BackupsTab } from './backups-context';
import { Block, Disks } from './section';
import { diskWords } from './snapshot';

const Pager = lazyNamed(() => import('@/components/parts/tables/pager'), 'Pager');

/** Returns the page of the history that the URL names, and a function that goes to another page. */
function usePage(): readonly [number, (page: number) => void] {
  const page = historyPage(useSearchParams().get(historyParameter));
  const go = (next: number) => {
    const query = new URLSearchParams(window.location.search);
    if (next > 1) query.set(historyParameter, String(next));
    else query.delete(historyParameter);
    const text = query.toString();
    goTo(text === '' ? '' : `?${text}`, true);
  };
  return [page, go];
}

/** Reads one page of a machine's backups, again and again while the tab is open. */
export function useHistory({ instance, busy }: BackupsTab) {
  const [page, go] = usePage();
  const query = useBackendQuery('D28', backupInputs(instance, page).history, {
    poll: 'slow', // a backup is in it once the machine has made it
    keep: true,
  });
  useWhenSettled(busy, () => void query.refetch());
  return { query, page, go };
}

interface RestoreProps {
  /** How many snapshots the machine has: a restore deletes them. */
  snapshots: number;
  /** Called with the name of the backup when the backend has accepted the restore. */
  onStarted: (name: string) => void;
}

/** The list of backups, newest first. @param problem of the server's read, shown until the browser has read for itself */
export function HistoryBlock({
  history: { query, page, go },
  problem,
  ...restoring
}: RestoreProps & { history: ReturnType<typeof useHistory>; problem: Problem | null }) {
  const t = useTranslations('backups');
  const total = query.data?.page?.total;
  return (
    <Live query={query} problem={problem} failed={t('history.failed')} noAccess={t('noAccess')}>
      {({ data, page: info }) => (
        <Block
          flush
          title={t('history.title')}
          note={total ? t('history.count', { count: total }) : null}
        >
          {data.length > 0 ? (
            <HistoryTable {...restoring} rows={data} />
          ) : (
            <EmptyHistory page={page} onFirst={() => go(1)} />
          )}
          {info?.last_page && info.last_page > 1 ? (
            <Suspense fallback={null}>
              <Pager page={page} pages={info.last_page} onTurn={(by) => go(page + by)} />
            </Suspense>
          ) : null}
        </Block>
      )}
    </Live>
  );
}

function EmptyHistory({ page, onFirst }: { page: number; onFirst: () => void }) {
  const t = useTranslations('backups');
  if (page > 1)
    return (
      <EmptyState
        title={t('history.noneHere')}
        actions={<Button onClick={onFirst}>{t('history.toFirst')}</Button>}
      />
    );
  return (
    <EmptyState icon={<Archive aria-hidden />} title={t('history.none')}>
      {t('history.noneText')}
    </EmptyState>
  );
}

function Kind({ schedule }: Pick<Backup, 'schedule'>) {
  const t = useTranslations('backups');
  const kind = (['daily', 'weekly'] as const).find((each) => each === schedule?.toLowerCase());
  return <>{kind ? t(`kinds.${kind}`) : (schedule ?? '–')}</>;
}

function HistoryTable({ rows, snapshots, onStarted }: RestoreProps & { rows: readonly Backup[] }) {
  const t = useTranslations('backups');
  const locale = useLocale();
  const menu = useMenuColumn(useBackupActions(snapshots, onStarted), useBackupIdentity());
  const columns: readonly Column<Backup>[] = [
    column.instant('made', t('history.made'), (row) => row.created_at, { main: true, as: 'exact' }),
    column.text('kind', t('history.kind'), (row) => row.schedule, {
      cell: (row) => <Kind schedule={row.schedule} />,
    }),
    column.size('size', t('history.size'), (row) => row.size_gb, locale),
    {
      id: 'disks',
      header: t('disks'),
      cell: (row) => <Disks disks={diskWords(row.attached_storage, locale)} />,
    },
    column.money('cost', t('costSoFar'), (row) => row.current_cost),
    column.money('month', t('history.month'), (row) => row.est_this_month),
    menu,
  ];
  return (
    <MenuTable caption={t('history.title')} columns={columns} rows={rows} rowId={({ id }) => id} />
  );
}
