'use client';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import { HeadCell } from '@/components/ui/table';
import type { Column } from './columns';
import type { ListState } from './use-list-state';

type Sort = ListState['sort'];

/** Up, down, and back to the backend's order. */
function nextSort(id: string, sort: Sort): Sort {
  if (sort?.id !== id) return { id, desc: false };
  return sort.desc ? null : { id, desc: true };
}

/** A column's head; a button where the column can be sorted. */
export function SortHead<Row>({
  column: { id, header, numeric, sort: by },
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: Sort;
  onSort: (sort: Sort) => void;
}) {
  const mine = sort?.id === id ? (sort.desc ? 'descending' : 'ascending') : undefined;
  if (!by) return <HeadCell numeric={numeric}>{header}</HeadCell>;
  const Icon = mine === 'ascending' ? ArrowUp : mine === 'descending' ? ArrowDown : ChevronsUpDown;
  return (
    <HeadCell numeric={numeric} aria-sort={mine}>
      <button
        type="button"
        onClick={() => onSort(nextSort(id, sort))}
        className={cx(
          'hover:text-ink -mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 font-medium',
          mine && 'text-ink',
          numeric && 'flex-row-reverse',
        )}
      >
        {header}
        <Icon aria-hidden className={cx('size-3', !mine && 'opacity-50')} />
      </button>
    </HeadCell>
  );
}
