'use client';
import { useTranslations } from 'use-intl';
import { HeadCells, nextSort } from '@/components/parts/tables/head-cells';
import { PlainTable } from '@/components/parts/tables/plain-table';
import type { Column } from '@/components/parts/tables/columns';
import type { ChangeList, ListState } from '@/components/parts/tables/use-list-state';
import { loadSoon, useShown } from '@/components/parts/tables/use-shown';

export interface SectionTableProps<Row> {
  caption: string;
  rows: readonly Row[];
  /** Memoized. */
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** Memoized. */
  searchText: (row: Row) => string;
  state: ListState;
  change: ChangeList;
}

const none: readonly never[] = [];

/** One of several tables of a page that share a search and a sorting. Stand it in a `LoadGuard` for `loadRowModel`. */
export function SectionTable<Row extends object>(props: SectionTableProps<Row>) {
  const { caption, rows, columns, rowId, searchText, state, change } = props;
  const t = useTranslations('ui.table');
  const shown = useShown({ rows, columns, filters: none, searchText, rowId, state }, false, false);
  if (shown.length === 0)
    return (
      <p role="status" className="text-muted p-4">
        {t('noSearchMatch', { q: state.q.trim() })}
      </p>
    );
  const heads = (
    <HeadCells
      columns={columns}
      sort={state.sort}
      onSort={(id) => change(({ sort }) => ({ sort: nextSort(id, sort) }))}
      onUse={loadSoon}
      menu={false}
    />
  );
  return <PlainTable {...{ caption, heads, rowId }} columns={columns} rows={shown} />;
}
