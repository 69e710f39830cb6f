import { Skeleton, TableSkeleton } from '@/components/ui/skeleton';
import { translator } from '@/lib/next/intl';

export default async function Loading() {
  const t = await translator('shell');
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-4 w-48" />
      <Skeleton className="h-7 w-64" />
      <TableSkeleton label={t('loading')} />
    </div>
  );
}
