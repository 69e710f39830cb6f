/**
 * Searches, filters and sorts the rows of a list: react-table's row models behind our `Column` and `Filter`. Loaded
 * when a person first searches, filters or sorts in the browser (`use-shown.ts`).
 */
import {
  columnFilteringFeature,
  constructTable,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
  type Row as TableRow,
} from '@tanstack/react-table';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import { folded, searchWords } from '@/lib/format/compare-text';
import type { Column, Filter } from './columns';
import type { ListState } from './use-list-state';

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});
type Features = typeof features;

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Compares sort values: numbers by size, text in natural order (web-2 before web-10). */
export function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return order.compare(String(a), String(b));
}

/** Ids of extra columns that the search and the filters use. No column of a page has such an id. */
const searched = ':search';
const filtered = (id: string) => `:filter:${id}`;

function sortRows<Row extends object>(
  a: TableRow<Features, Row>,
  b: TableRow<Features, Row>,
  id: string,
): number {
  return compare(a.getValue<string | number>(id), b.getValue<string | number>(id));
}

function definitions<Row extends object>(
  columns: readonly Column<Row>[],
  filters: readonly Filter<Row>[],
  searchText: ((row: Row) => string) | undefined,
): ColumnDef<Features, Row>[] {
  const sortable = columns.flatMap(({ id, sort }) =>
    sort
      ? [
          {
            id,
            // react-table puts undefined last in both directions.
            accessorFn: (row: Row) => sort(row) ?? undefined,
            sortFn: sortRows<Row>,
            sortUndefined: 'last' as const,
            enableGlobalFilter: false,
          },
        ]
      : [],
  );
  const narrowing = filters.flatMap(({ id, of }) =>
    of
      ? [
          {
            id: filtered(id),
            accessorFn: of,
            filterFn: (row: TableRow<Features, Row>, column: string, value: unknown) =>
              row.getValue(column) === value,
            enableGlobalFilter: false,
          },
        ]
      : [],
  );
  const search = searchText
    ? [{ id: searched, accessorFn: (row: Row) => folded(searchText(row)) }]
    : [];
  return [...sortable, ...narrowing, ...search];
}

/** The rows of a list, and what is needed to arrange them. */
export interface Arrangement<Row> {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  filters: readonly Filter<Row>[];
  searchText: ((row: Row) => string) | undefined;
  rowId: (row: Row) => string;
  state: ListState;
}

/**
 * Makes a function that searches, filters and sorts. Equal rows keep the backend's order, and rows without a value come
 * last. It reuses steps of its last result.
 */
export function makeArranger<Row extends object>(): (given: Arrangement<Row>) => readonly Row[] {
  type Table = ReturnType<typeof constructTable<Features, Row>>;
  let table: Table | null = null;
  let made: { of: readonly unknown[]; columns: ColumnDef<Features, Row>[] } | null = null;
  return ({ rows, columns, filters, searchText, rowId, state }) => {
    const of = [columns, filters, searchText];
    if (!made || made.of.some((each, at) => each !== of[at]))
      made = { of, columns: definitions(columns, filters, searchText) };
    const chosen = filters.filter(({ id, of: value }) => value && state.filters[id]);
    const known = columns.some(({ id, sort }) => sort && id === state.sort?.id);
    const options = {
      features,
      data: rows,
      columns: made.columns,
      getRowId: rowId,
      // The library's filter functions are not shipped, since each column brings its own.
      getColumnCanGlobalFilter: () => true,
      globalFilterFn: (row: TableRow<Features, Row>, id: string, value: string[]) => {
        const hay = row.getValue<string>(id);
        return value.every((word) => hay.includes(word));
      },
      state: {
        globalFilter: searchText && state.q.trim() !== '' ? searchWords(state.q) : undefined,
        columnFilters: chosen.map(({ id }) => ({ id: filtered(id), value: state.filters[id] })),
        sorting: state.sort && known ? [state.sort] : [],
      },
    };
    if (table) table.setOptions((before) => ({ ...before, ...options }));
    else table = constructTable<Features, Row>(options);
    return table.getRowModel().rows.map(({ original }) => original);
  };
}
