'use client';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Table, TableBody, TableHead, TableRow, Cell } from '@/components/ui/table';
import { arrange, type Column } from './columns';
import { Pager } from './pager';
import { SearchBox } from './search-box';
import { SortHead } from './sort-head';
import { useListState } from './use-list-state';
import type { VirtualRowsProps } from './virtual-rows';

// `lazy` forgets that the component is generic.
const VirtualRows = lazy(() => import('./virtual-rows')) as unknown as <Row>(
  props: VirtualRowsProps<Row>,
) => ReactNode;

/** Rows in the first HTML, and until the virtual rows have loaded. */
const first = 50;
/** More rows than this are drawn as they scroll into view. */
const plenty = 100;

export interface DataTableProps<Row> {
  /** Names the table to screen readers. */
  caption: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** What the search looks through; without it there is no search box. Not with `server`. */
  searchText?: (row: Row) => string;
  /** At each row's end: its menu. */
  actions?: (row: Row) => ReactNode;
  /** Beside the search box. */
  tools?: ReactNode;
  /** Shown in place of the table where there are no rows at all. */
  empty: ReactNode;
  /** The backend sorts, searches and pages: rows are shown as they are. `pages` is its last page. */
  server?: { pages: number | null; search?: boolean };
}

/** A list: search, sort and page in the URL, dense rows, stacked on narrow screens. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, rows, columns, rowId, searchText, actions, tools, empty, server } = props;
  const t = useTranslations('ui');
  const [state, change] = useListState();
  const shown = useMemo(
    () => (server ? rows : arrange(rows, columns, searchText, state)),
    [rows, columns, searchText, server, state],
  );
  if (rows.length === 0 && state.q === '' && state.page === 1) return <>{empty}</>;
  const line = (row: Row) => <Line key={rowId(row)} row={row} {...{ columns, actions }} />;
  const searchable = server ? server.search : Boolean(searchText);
  return (
    <div className="border-line bg-surface rounded-md border">
      {searchable || tools ? (
        <div className="border-line flex flex-wrap items-center gap-2 border-b px-3 py-2">
          {searchable ? <SearchBox value={state.q} onChange={(q) => change({ q })} /> : null}
          {tools}
          <p role="status" className="text-faint ml-auto text-sm">
            {t('rows', { count: shown.length })}
          </p>
        </div>
      ) : null}
      <div className="max-md:px-1 md:overflow-x-auto">
        <Table caption={caption}>
          <TableHead>
            {columns.map((column) => (
              <SortHead
                key={column.id}
                column={column}
                sort={state.sort}
                onSort={(sort) => change({ sort })}
              />
            ))}
            {actions ? (
              <th role="columnheader" scope="col" className="border-line w-0 border-b">
                <span className="sr-only">{t('actions')}</span>
              </th>
            ) : null}
          </TableHead>
          <TableBody>
            {shown.length > plenty ? (
              <Suspense fallback={shown.slice(0, first).map(line)}>
                <VirtualRows
                  rows={shown}
                  rowId={rowId}
                  columns={columns.length + (actions ? 1 : 0)}
                  line={line}
                  first={first}
                />
              </Suspense>
            ) : (
              shown.map(line)
            )}
          </TableBody>
        </Table>
      </div>
      {shown.length === 0 ? (
        <p className="text-muted px-4 py-10 text-center">{t('nothingFound', { q: state.q })}</p>
      ) : null}
      {server?.pages ? (
        <Pager page={state.page} pages={server.pages} onPage={(page) => change({ page })} />
      ) : null}
    </div>
  );
}

function Line<Row>({
  row,
  columns,
  actions,
}: Pick<DataTableProps<Row>, 'columns' | 'actions'> & { row: Row }) {
  return (
    <TableRow>
      {columns.map((column) => (
        <Cell key={column.id} label={column.header} numeric={column.numeric} main={column.main}>
          {column.cell(row)}
        </Cell>
      ))}
      {actions ? (
        <Cell data-actions className="w-0 text-right">
          {actions(row)}
        </Cell>
      ) : null}
    </TableRow>
  );
}
