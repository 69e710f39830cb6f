/** Who may read an organization's bills, and how it pays. Server only. */
import { roleIn } from '@/components/organization/vms/access';
import { roleMay } from '@/components/parts/shell/group-role';
import { operation } from '@/lib/contract';
import { isPostpaid } from '@/lib/money/postpaid';
import { tryRead } from '@/lib/next/backend';

/** Whether the person's role includes the bills. An unknown role hides nothing (`roleMay`). */
export async function mayReadBills(org: string): Promise<boolean> {
  const role = await roleIn({ org });
  return roleMay(role, operation('A45').permission);
}

/** Whether the organization is invoiced after use. A04 is a kept answer, so this costs no call of its own. */
export async function paysLater(org: string): Promise<boolean> {
  const { data } = await tryRead('A04', {});
  const found = data?.organizations.find(({ organization }) => organization?.uuid === org);
  return isPostpaid(found?.organization?.payment_plans);
}
