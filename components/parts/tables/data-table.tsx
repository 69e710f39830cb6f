'use client';
import {
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react';
import { useTranslations } from 'use-intl';
import type { Action, RowIdentity } from '@/components/parts/actions/action';
import type { BulkBarProps } from '@/components/parts/actions/bulk-bar';
import { Held } from '@/components/parts/actions/held';
import { RowMenu, RowMenus } from '@/components/parts/actions/row-menu';
import type { PageRead } from '@/components/parts/files/read-pages';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { LoadGuard } from '@/components/ui/load-guard';
import { useInBrowser } from '@/components/ui/use-in-browser';
import { Table, TableBody } from '@/components/ui/table';
import { firstRows as first } from '@/lib/query/beginning';
import { useMaybePerson } from '@/lib/query/person';
import { briefPlaces, visibleColumns, type Column, type Filter } from './columns';
import { clearAll, FilterSelects } from './filters';
import { keptColumns } from './kept-columns';
import { ListRow } from './list-row';
import { FileButton } from './file-button';
import { ListBar, ViewButton } from './list-bar';
import { SearchBox } from './search-box';
import { useSelection, type Selection } from './selection';
import { HeadCells, nextSort } from './head-cells';
import type { Rest } from './use-long-list';
import { useListState, type ChangeList, type ListState } from './use-list-state';
import { useRowKeys } from './use-row-keys';
import { loadRowModel, loadSoon, narrows, useShown } from './use-shown';

const Pager = lazyNamed(() => import('./pager'), 'Pager');
const FilterChips = lazyNamed(() => import('./filter-chips'), 'FilterChips');
const VirtualRows = lazyNamed(() => import('./virtual-rows'), 'VirtualRows', 'quiet');
const BulkBar = lazyNamed(() => import('@/components/parts/actions/bulk-bar'), 'BulkBar');

/** Longer lists draw their rows while scrolling. */
const virtualFrom = 100;
const noFilters: readonly never[] = [];

export interface DataTableProps<Row> {
  /** Names the list in storage, for columns and saved views: `instances`, `ssh-keys`. */
  id: string;
  /** Names the table to screen readers. */
  caption: string;
  rows: readonly Row[];
  /** Memoized, like all props with functions: rows are drawn again when it changes. */
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** The text to search in; without it there is no search box. Not with `server`. */
  searchText?: (row: Row) => string;
  filters?: readonly Filter<Row>[];
  /** The actions of a row's menu. Rows can be selected if an action is for many rows. */
  actions?: readonly Action<Row>[];
  /** Id and name of a row, for the actions. */
  identity?: RowIdentity<Row>;
  /** Beside the search box. */
  tools?: ReactNode;
  /** Shown instead of the table if there are no rows at all. */
  empty: ReactNode;
  /** The backend sorts, searches and pages. */
  server?: ServerPages<Row>;
  /** The rows are only the beginning, and the others are being read (`useLongList`). */
  rest?: Rest<Row> | undefined;
  /** Name of the file, CSV or XLSX; without it there is no download. */
  csv?: string;
  /** What the rows leave out, told with the file. */
  leftOut?: string | undefined;
  /** Stands above the rows, and may change what is selected. */
  aboveRows?: ((selection: Selection<Row>) => ReactNode) | undefined;
}

/** What a list knows of the other pages of its backend. */
export interface ServerPages<Row> {
  /** The last page. */
  pages: number | null;
  /** The number of all rows. */
  total?: number | null;
  search?: boolean;
  /** Reads any page of what is shown (`usePageRead`), for a file of all rows. */
  read: PageRead<Row>;
}

/** A list. Search, filters, sort, columns and page are in the URL. Rows are dense, and stacked on narrow screens. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  return <LoadGuard load={loadRowModel}>{() => <Arranged {...props} />}</LoadGuard>;
}

function Arranged<Row extends object>(props: DataTableProps<Row>) {
  const { id, rows, columns, rowId, filters = noFilters, searchText, server, rest, empty } = props;
  const [state, change] = useListState(filters);
  useKeptColumns(id, state, change);
  const visible = useMemo(() => visibleColumns(columns, state.cols), [columns, state.cols]);
  const given = { rows, columns, filters, searchText, rowId, state };
  const shown = useShown(given, Boolean(server), Boolean(rest));
  const pages = server?.pages ?? null;
  const table = () => (
    <div className="border-line bg-surface rounded-md border">
      <Head {...props} {...{ visible, filters, state, change, shown }} />
      <Body {...props} {...{ visible, state, change, shown }} />
      {rest ? (
        <Waits count={rest.total} more={rest.total - shown.length} />
      ) : shown.length === 0 ? (
        <NothingFound q={state.q.trim()} onClear={() => clearAll(filters, change)} />
      ) : null}
      {pages && (pages > 1 || state.page > 1) ? (
        <Suspense fallback={null}>
          <Pager
            page={state.page}
            pages={pages}
            onTurn={(by) => change(({ page }) => ({ page: Math.min(page + by, pages) }))}
          />
        </Suspense>
      ) : null}
    </div>
  );
  return (
    <RowMenus>
      <Held value={rows.length === 0 && !narrows(state) && state.page === 1}>
        {(isEmpty) => (isEmpty ? empty : table())}
      </Held>
    </RowMenus>
  );
}

/** The columns chosen earlier, unless the URL names columns. */
function useKeptColumns(id: string, { cols }: ListState, change: ChangeList) {
  const person = useMaybePerson()?.identity;
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || person === undefined) return;
    asked.current = true;
    const kept = cols === '' ? keptColumns(person, id) : '';
    if (kept !== '') change({ cols: kept });
  }, [person, id, cols, change]);
}

type Inside<Row> = DataTableProps<Row> & {
  state: ListState;
  change: ChangeList;
  shown: readonly Row[];
  /** The visible columns. */
  visible: readonly Column<Row>[];
};

function Head<Row extends object>(props: Inside<Row> & { filters: readonly Filter<Row>[] }) {
  const { id, rows, columns, visible, searchText, filters, tools, server, rest } = props;
  const { state, change, shown, csv, caption } = props;
  const t = useTranslations('ui.table');
  const searchable = server ? server.search : Boolean(searchText);
  const all = server ? (server.total ?? shown.length) : (rest?.total ?? rows.length);
  const count = server || rest ? all : shown.length;
  return (
    <>
      <ListBar
        start={
          <>
            {searchable ? (
              <SearchBox
                value={state.q}
                onChange={(q) => change({ q })}
                onUse={server ? undefined : loadSoon}
              />
            ) : null}
            <FilterSelects {...{ filters, state, change }} />
            {tools}
          </>
        }
        end={
          <>
            <p role="status" className="text-faint tabular text-sm">
              {rest && shown.length === 0
                ? t('waits', { count })
                : count === all
                  ? t('rows', { count })
                  : t('rowsOf', { count, all })}
            </p>
            {csv ? (
              <FileButton
                name={csv}
                caption={caption}
                columns={visible}
                rows={rest ? { ...props, searchText, all: rest.all } : shown}
                pages={
                  server && (server.pages ?? 1) > 1
                    ? { read: server.read, idOf: props.rowId }
                    : undefined
                }
                leftOut={props.leftOut}
              />
            ) : null}
            <ViewButton
              {...{ id, columns, change }}
              cols={state.cols}
              picks={picks(props)}
              menus={Boolean(props.actions?.length)}
            />
          </>
        }
      />
      {Object.keys(state.filters).length > 0 ? (
        <Suspense fallback={null}>
          <FilterChips {...{ filters, state, change }} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Whether rows can be selected: some action is for many rows. */
const picks = <Row,>({ actions, identity }: DataTableProps<Row>) =>
  Boolean(identity && actions?.some(({ bulk }) => bulk));

function Body<Row>(props: Inside<Row>) {
  const { caption, rowId, visible, state, change, shown, actions, identity } = props;
  const t = useTranslations('ui.table');
  const ids = useMemo(() => shown.map(rowId), [shown, rowId]);
  const places = useMemo(() => briefPlaces(visible), [visible]);
  const chooses = picks(props);
  const selection = useSelection(shown, ids);
  // The server would stream the lazy part after its fallback: the same rows twice.
  const hydrated = useInBrowser();
  const [box, ref] = useBox();
  const [height, setHeight] = useState<number | null>(null);
  const keys = useRowKeys(box, ids, chooses ? selection.toggle : undefined);
  const onSort = useSorting(change);
  const menu = useMemo(
    () =>
      actions && actions.length > 0 && identity
        ? (row: Row) => <RowMenu {...{ actions, row, identity }} />
        : undefined,
    [actions, identity],
  );
  const line = (index: number, measure?: Ref<HTMLTableRowElement>) => {
    const row = shown[index];
    const id = ids[index];
    if (row === undefined || id === undefined) return null;
    return (
      <ListRow
        key={id}
        {...{ row, id, index, measure, menu }}
        columns={visible}
        places={places}
        active={index === keys.active}
        toggle={chooses ? selection.toggle : undefined}
        chosen={selection.has(id)}
        pick={chooses ? t('pick', { name: identity?.name(row) ?? id }) : undefined}
      />
    );
  };
  const firstRows = () => ids.slice(0, first).map((_, index) => line(index));
  return (
    <>
      {props.aboveRows?.(selection)}
      <div
        ref={ref}
        data-scrolls="list"
        className="md:not-data-fits:overflow-x-auto"
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onBlur={keys.onBlur}
      >
        <Table caption={caption}>
          <HeadCells
            columns={visible}
            sort={state.sort}
            onSort={onSort}
            onUse={loadSoon}
            menu={Boolean(menu)}
            selection={chooses ? selection : undefined}
          />
          <TableBody>
            {ids.length > virtualFrom && !hydrated ? (
              firstRows()
            ) : ids.length > virtualFrom ? (
              <Suspense fallback={firstRows()}>
                <VirtualRows
                  {...{ ids, line, first, height }}
                  instead={firstRows()}
                  onHeight={setHeight}
                  columns={visible.length + (menu ? 1 : 0) + (chooses ? 1 : 0)}
                  scrollRef={keys.scrollRef}
                  onDrawn={keys.onDrawn}
                />
              </Suspense>
            ) : (
              ids.map((_, index) => line(index))
            )}
          </TableBody>
        </Table>
      </div>
      {chooses && actions && identity ? <Bulk {...{ actions, identity, selection }} /> : null}
    </>
  );
}

/** What a press on a column's head does. */
const useSorting = (change: ChangeList) =>
  useCallback((id: string) => change(({ sort }) => ({ sort: nextSort(id, sort) })), [change]);

/** The box around the table: as state for code that reads it, and as its ref. */
function useBox() {
  const box = useRef<HTMLDivElement>(null);
  const ref = useCallback((place: HTMLDivElement) => {
    box.current = place;
    return watchFit(place);
  }, []);
  return [box, ref] as const;
}

/**
 * Marks the box while the table fits into it. Only then can header cells stick to the window, since a scrolling box
 * would hold them.
 */
function watchFit(place: HTMLElement): () => void {
  const table = place.firstElementChild;
  const watch = new ResizeObserver(() =>
    place.toggleAttribute('data-fits', (table?.clientWidth ?? 0) <= place.clientWidth),
  );
  watch.observe(place);
  if (table) watch.observe(table);
  return () => watch.disconnect();
}

/** The bar of actions for selected rows. Once shown it stays mounted, since its results outlive the selection. */
function Bulk<Row>({
  actions,
  identity,
  selection,
}: Pick<BulkBarProps<Row>, 'actions' | 'identity'> & { selection: Selection<Row> }) {
  const [used, setUsed] = useState(false);
  if (!used && selection.rows.length > 0) setUsed(true);
  if (!used) return null;
  return (
    <Suspense fallback={null}>
      <BulkBar {...{ actions, identity }} rows={selection.rows} onClear={selection.clear} />
    </Suspense>
  );
}

/** Below the rows while the others are being read. @param more how many; all where the person searches, filters or sorts */
function Waits({ count, more }: { count: number; more: number }) {
  const t = useTranslations('ui.table');
  return (
    <p className="text-muted p-3 text-sm">
      {more < count ? t('more', { count: more }) : t('waitsText')}
    </p>
  );
}

function NothingFound({ q, onClear }: { q: string; onClear: () => void }) {
  const t = useTranslations('ui.table');
  return (
    <EmptyState
      title={q === '' ? t('noFilterMatch') : t('noSearchMatch', { q })}
      actions={<Button onClick={onClear}>{t('showAll')}</Button>}
    />
  );
}
