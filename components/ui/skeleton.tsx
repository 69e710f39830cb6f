import { cx } from './cx';

/** The outline of a text that is loading. Give its size by classes: `h-4 w-40`. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      data-outline
      className={cx('bg-off-soft block animate-pulse rounded', className)}
    />
  );
}

const widths = ['w-40', 'w-24', 'w-32', 'w-20', 'w-28'];

/** The outline of a list of `rows` rows that is loading. Screen readers read `label`. */
export function TableSkeleton({ rows = 8, label }: { rows?: number; label: string }) {
  return (
    <div
      role="status"
      aria-label={label}
      className="border-line bg-surface divide-line divide-y rounded-md border"
    >
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-9 items-center justify-between gap-6 px-3">
          <Skeleton className={cx('h-3', widths[row % widths.length])} />
          <Skeleton className="hidden h-3 w-24 sm:block" />
          <Skeleton className="hidden h-3 w-32 md:block" />
          <Skeleton className="h-3 w-16" />
        </div>
      ))}
    </div>
  );
}
