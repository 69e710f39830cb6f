import type { Action } from './action';

/** What an action can do for the chosen rows. */
export interface BulkPlan<Row> {
  action: Action<Row>;
  possible: readonly Row[];
  /** Rows it can't be done to now, each with why. */
  left: readonly { row: Row; reason: string }[];
}

/** Sorts the chosen rows by whether an action can be done to them. */
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

/** The reasons of a plan, each once. */
export function reasonsOf<Row>({ left }: BulkPlan<Row>): string[] {
  return [...new Set(left.map(({ reason }) => reason))];
}
