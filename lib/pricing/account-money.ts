import { monthHours } from './costs';

/** The part of a DewaVPS summary, D78, that says what is at hand and what is spent. Rupiah. */
export interface AccountSummary {
  current_balance: number | null;
  actual_balance: number | null;
  /** Of this month so far. */
  current_cost: number | null;
  current_hour_cost: number | null;
  estimated_monthly_total: number | null;
}

/** What is really left: `current_balance` is that before this month's cost. Null where the backend doesn't say. */
export function balanceOf({
  actual_balance,
  current_balance,
  current_cost,
}: Pick<AccountSummary, 'actual_balance' | 'current_balance' | 'current_cost'>): number | null {
  return (
    actual_balance ?? (current_balance === null ? null : current_balance - (current_cost ?? 0))
  );
}

/** Rupiah an hour of all that runs: the backend's hour, else its month over 720 hours. */
export function spendingOf({
  current_hour_cost: hour,
  estimated_monthly_total: month,
}: Pick<AccountSummary, 'current_hour_cost' | 'estimated_monthly_total'>): number | null {
  return hour ?? (month === null ? null : month / monthHours);
}
