/**
 * What `withOutline` shows while a dashboard is read. It has the dashboard's shape, so nothing moves when
 * that comes.
 */
import { Skeleton, TableSkeleton } from '@/components/ui/skeleton';
import { translator } from '@/lib/next/intl';

function Facts() {
  return (
    <div className="border-line bg-surface divide-line grid divide-y rounded-md border sm:grid-cols-2 lg:grid-cols-4 lg:divide-x lg:divide-y-0">
      {Array.from({ length: 4 }, (_, fact) => (
        <div key={fact} className="flex flex-col gap-2 px-4 py-3">
          <Skeleton className="h-3 w-20" />
          <Skeleton className="h-7 w-36" />
          <Skeleton className="h-3 w-28" />
        </div>
      ))}
    </div>
  );
}

/** The outline of a dashboard: title, figures, tables. */
export async function DashboardLoading() {
  const t = await translator('shell');
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-7 w-64" />
      <Facts />
      <TableSkeleton label={t('loading')} rows={6} />
      <TableSkeleton label={t('loading')} rows={4} />
    </div>
  );
}
