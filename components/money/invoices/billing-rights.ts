/** Who may read an organization's bills, and its balance. Server only. */
import { roleIn } from '@/components/organization/vms/access';
import { operation } from '@/lib/contract';
import { roleCan } from '@/lib/contract/permissions';
import type { Result } from '@/lib/contract/types';
import { tryRead } from '@/lib/next/backend';

/** Whether the person's role includes the bills. The backend checks every call, so an unknown role hides nothing. */
export async function mayReadBills(org: string): Promise<boolean> {
  const role = await roleIn({ org });
  return role === null || roleCan(role, operation('A45').permission);
}

/** The money of an organization, as A04 tells it. */
export type OrganizationMoney = Pick<
  NonNullable<Result<'A04'>['organizations'][number]['organization']>,
  'balance' | 'payment_plans' | 'account_payable'
>;

/** Reads the organization's money; null if it isn't known. A04 is a kept answer, so this costs no call of its own. */
export async function readMoney(org: string): Promise<OrganizationMoney | null> {
  const { data } = await tryRead('A04', {});
  const found = data?.organizations.find(({ organization }) => organization?.uuid === org);
  return found?.organization ?? null;
}
