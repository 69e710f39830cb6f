'use client';
import { use, useDeferredValue, useMemo } from 'react';
import type * as RowModel from './row-model';
import type { ListState } from './use-list-state';

let loading: Promise<typeof RowModel> | null = null;
let failed = false;

/** Loads the code that searches, filters and sorts; again if it did not come. */
export function loadRowModel(): Promise<typeof RowModel> {
  if (loading && !failed) return loading;
  failed = false;
  loading = import('./row-model').catch((error: unknown) => {
    failed = true;
    throw error;
  });
  return loading;
}

/** Loads it before it is needed. A failure is told when it is. */
export const loadSoon = () => void loadRowModel().catch(() => {});

/** Whether the state searches or filters. */
export function narrows({ q, filters }: ListState): boolean {
  return q.trim() !== '' || Object.values(filters).some(Boolean);
}

const none: readonly never[] = [];

/**
 * The rows to show. A list that the backend pages shows them as they are; the row models arrange all others, also in
 * the first HTML. A list of which only the beginning is there (`part`) shows none while it is asked to arrange all.
 * Suspends while the code loads, throws if it doesn't come. State changes come in a transition, so the old rows stay
 * meanwhile.
 */
export function useShown<Row extends object>(
  given: RowModel.Arrangement<Row>,
  server: boolean,
  part: boolean,
): readonly Row[] {
  const { columns, filters, searchText, rowId } = given;
  // Typing and clicks have priority over rows that a poll brought.
  const rows = useDeferredValue(given.rows);
  const state = useDeferredValue(given.state);
  const asked = !server && (state.sort !== null || narrows(state));
  const waits = asked && part;
  const models = asked && !part ? use(loading ?? loadRowModel()) : null;
  const arrange = useMemo(() => models?.makeArranger<Row>(), [models]);
  return useMemo(
    () =>
      waits ? none : arrange ? arrange({ rows, columns, filters, searchText, rowId, state }) : rows,
    [waits, arrange, rows, columns, filters, searchText, rowId, state],
  );
}
