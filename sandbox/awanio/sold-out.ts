/** Plans that are sold out: the control API says which, for each tenant. */
import type { Store } from '../db';
import { Refusal } from '../refusal';
import { plans, type Plan } from './catalogue';

/** Whether nobody of a tenant can order a plan now. */
export function isSoldOut(store: Store, tenantId: string, { uuid }: Plan): boolean {
  const sql = 'select 1 from sold_out where tenant_id = ? and pricing_uuid = ?';
  return store.get(sql, tenantId, uuid) !== undefined;
}

/** Checks that a plan can be ordered. @throws Refusal 409 if it is sold out */
export function requireAvailable(store: Store, tenantId: string, plan: Plan): void {
  if (isSoldOut(store, tenantId, plan))
    throw new Refusal(409, 'PRICING IS SOLD OUT', { number: 3 });
}

/**
 * Says whether a plan is sold out from now on.
 * @param name its `instance_type`, such as `s-c`
 * @throws Refusal 404 if there is no such plan
 */
export function setSoldOut(store: Store, tenantId: string, name: string, on: boolean): void {
  const plan = plans.find(({ instance_type }) => instance_type === name);
  if (!plan) throw new Refusal(404, 'There is no such plan.');
  store.run('delete from sold_out where tenant_id = ? and pricing_uuid = ?', tenantId, plan.uuid);
  if (on) store.insert('sold_out', { tenant_id: tenantId, pricing_uuid: plan.uuid });
}
