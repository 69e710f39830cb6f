/** Who may read an organization's bills. Server only. */
import { roleIn } from '@/components/organization/vms/access';
import { operation } from '@/lib/contract';
import { roleCan } from '@/lib/contract/permissions';

/** Whether the person's role includes the bills. The backend checks every call, so an unknown role hides nothing. */
export async function mayReadBills(org: string): Promise<boolean> {
  const role = await roleIn({ org });
  return role === null || roleCan(role, operation('A45').permission);
}
