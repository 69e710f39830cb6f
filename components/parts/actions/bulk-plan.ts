import type { Action } from './action';

/** Which selected rows an action fits. */
export interface BulkPlan<Row> {
  action: Action<Row>;
  possible: readonly Row[];
  /** Rows that it doesn't fit now, with the reason. */
  left: readonly { row: Row; reason: string }[];
}

/** Splits the selected rows by whether the action is possible. */
export function bulkPlan<Row>(action: Action<Row>, rows: readonly Row[]): BulkPlan<Row> {
  const possible: Row[] = [];
  const left: { row: Row; reason: string }[] = [];
  for (const row of rows) {
    const reason = action.reason(row);
    if (reason === null) possible.push(row);
    else left.push({ row, reason });
  }
  return { action, possible, left };
}

/** The distinct reasons of a plan. */
export function reasonsOf<Row>({ left }: BulkPlan<Row>): string[] {
  return [...new Set(left.map(({ reason }) => reason))];
}
