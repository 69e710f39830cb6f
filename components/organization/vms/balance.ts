/** The balance that pays for a new machine. Browser-safe. */
import type { Result } from '@/lib/contract/types';
import { isPostpaid } from '@/lib/money/postpaid';

/**
 * The balance in rupiah, and when it was read in milliseconds of the server's clock. `hidden`: this person may not see it.
 * Null: the organization is billed after use.
 */
export type Balance = { rupiah: number; at: number } | 'hidden' | null;

/** Takes the balance out of an organization (A07); the proxy has removed one that this person may not see. */
export function balanceOf(
  organization: Pick<Result<'A07'>, 'balance' | 'payment_plans'> | null,
  at: number,
): Balance {
  if (typeof organization?.balance !== 'number') return 'hidden';
  return isPostpaid(organization.payment_plans) ? null : { rupiah: organization.balance, at };
}
