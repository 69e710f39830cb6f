'use client';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { cx } from '@/components/ui/cx';
import { HeadCell, TableHead } from '@/components/ui/table';
import type { Column } from './columns';
import type { Selection } from './selection';
import type { ListState } from './use-list-state';

type Sort = ListState['sort'];

/** The next sort after a click: ascending, descending, then the backend's order. */
export function nextSort(id: string, sort: Sort): Sort {
  if (sort?.id !== id) return { id, desc: false };
  return sort.desc ? null : { id, desc: true };
}

interface HeadsProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort;
  /** Called with the column whose head was pressed. */
  onSort: (id: string) => void;
  /** Called before the person sorts, to load the code. */
  onUse: () => void;
  /** Rows end with a menu. */
  menu: boolean;
  selection?: Selection<Row>;
}

/** The header row of a list. */
export function HeadCells<Row>({ columns, sort, onSort, onUse, menu, selection }: HeadsProps<Row>) {
  const t = useTranslations('ui');
  return (
    <TableHead>
      {selection ? <PickAll selection={selection} /> : null}
      {columns.map((column) => (
        <SortHead key={column.id} {...{ column, sort, onSort, onUse }} />
      ))}
      {menu ? (
        <HeadCell data-actions className="w-0">
          <span className="sr-only">{t('actions')}</span>
        </HeadCell>
      ) : null}
    </TableHead>
  );
}

/** Selects all rows that match search and filters, drawn or not. */
function PickAll<Row>({ selection: { rows, all, toggleAll } }: { selection: Selection<Row> }) {
  const t = useTranslations('ui.table');
  const some = rows.length > 0 && !all;
  return (
    <HeadCell data-pick className="w-0 !pr-0">
      <input
        type="checkbox"
        aria-label={t('pickAll')}
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = some;
        }}
        onChange={toggleAll}
        className="accent-accent block size-4"
      />
    </HeadCell>
  );
}

/** A header cell; a button if the column can be sorted. */
function SortHead<Row>({
  column: { id, header, numeric, end, sort: by },
  sort,
  onSort,
  onUse,
}: Pick<HeadsProps<Row>, 'sort' | 'onSort' | 'onUse'> & { column: Column<Row> }) {
  const mine = sort?.id === id ? (sort.desc ? 'descending' : 'ascending') : undefined;
  if (!by)
    return (
      <HeadCell numeric={numeric}>
        {end ? <span className="sr-only">{header}</span> : header}
      </HeadCell>
    );
  const Icon = mine === 'ascending' ? ArrowUp : mine === 'descending' ? ArrowDown : ChevronsUpDown;
  return (
    <HeadCell numeric={numeric} aria-sort={mine}>
      <button
        type="button"
        onFocus={onUse}
        onPointerEnter={onUse}
        onClick={() => onSort(id)}
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
