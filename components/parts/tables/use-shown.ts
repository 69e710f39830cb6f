'use client';
import { use, useDeferredValue, useMemo } from 'react';
import type * as RowModel from './row-model';
import type { ListState } from './use-list-state';

let loading: Promise<typeof RowModel> | null = null;

/** Fetches the code that searches, filters and sorts; asked for when somebody is about to. */
export function loadRowModel(): Promise<typeof RowModel> {
  loading ??= import('./row-model').catch((error: unknown) => {
    loading = null; // the next one tries again
    throw error;
  });
  return loading;
}

/** Whether a state asks for other rows, or another order, than the backend gave. */
export function narrows({ q, filters }: ListState): boolean {
  return q.trim() !== '' || Object.values(filters).some(Boolean);
}

/**
 * The rows to show. A server-paged list shows them as they are; else the row models arrange them, in
 * the first HTML too. Suspends while their code loads; the state comes in a transition, so that the rows
 * before stay meanwhile.
 */
export function useShown<Row extends object>(
  given: RowModel.Arrangement<Row>,
  server: boolean,
): readonly Row[] {
  const { columns, filters, searchText, rowId } = given;
  // Typing and clicks go before the arranging of what a poll brought.
  const rows = useDeferredValue(given.rows);
  const state = useDeferredValue(given.state);
  const asked = !server && (state.sort !== null || narrows(state));
  const models = asked ? use(loadRowModel()) : null;
  const arrange = useMemo(() => models?.makeArranger<Row>(), [models]);
  return useMemo(
    () => (arrange ? arrange({ rows, columns, filters, searchText, rowId, state }) : rows),
    [arrange, rows, columns, filters, searchText, rowId, state],
  );
}
