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
