import { monthHours } from './month';

/** The balances and costs of a DewaVPS summary (D78), in rupiah. */
export interface AccountSummary {
  current_balance: number | null;
  actual_balance: number | null;
  /** Of this month so far. */
  current_cost: number | null;
  current_hour_cost: number | null;
  estimated_monthly_total: number | null;
}

/** The real balance; `current_balance` is the one before this month's cost. Null if the backend doesn't say. */
export function balanceOf({
  actual_balance,
  current_balance,
  current_cost,
}: Pick<AccountSummary, 'actual_balance' | 'current_balance' | 'current_cost'>): number | null {
  return (
    actual_balance ?? (current_balance === null ? null : current_balance - (current_cost ?? 0))
  );
}

/** The cost of everything in rupiah per hour: the backend's hourly cost, else its month over 720 hours. */
export function spendingOf({
  current_hour_cost: hour,
  estimated_monthly_total: month,
}: Pick<AccountSummary, 'current_hour_cost' | 'estimated_monthly_total'>): number | null {
  return hour ?? (month === null ? null : month / monthHours);
}
