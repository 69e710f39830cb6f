/** The plans that are sold out for a tenant, set by the control API. */
import type { Store } from '../db';
import { Refusal } from '../refusal';
import type { Plan } from './catalogue';
import { plans } from './catalogue';

const keyOf = (tenantId: string) => `sold-out ${tenantId}`;

function soldOutOf(store: Store, tenantId: string): readonly string[] {
  const kept = store.get<{ value: string }>(
    'select value from meta where name = ?',
    keyOf(tenantId),
  );
  return kept ? (JSON.parse(kept.value) as string[]) : [];
}

/**
 * Makes these plans sold out for a tenant, and all others available.
 * @param names their `instance_type`, such as `v-3`
 * @throws Refusal 404 if there is no plan of that name
 */
export function sellOut(store: Store, tenantId: string, names: readonly string[]): void {
  const unknown = names.find((name) => !plans.some((plan) => plan.instance_type === name));
  if (unknown !== undefined) throw new Refusal(404, `There is no plan ${unknown}.`);
  store.transaction(() => {
    store.run('delete from meta where name = ?', keyOf(tenantId));
    store.insert('meta', { name: keyOf(tenantId), value: JSON.stringify(names) });
  });
}

/** The `availability` of a plan in A34. */
export const availabilityOf = (store: Store, tenantId: string, plan: Plan) =>
  soldOutOf(store, tenantId).includes(plan.instance_type) ? 'sold out' : 'available';

/** Checks that a plan can be ordered. @throws Refusal 409 if it is sold out */
export function requireAvailable(store: Store, tenantId: string, plan: Plan): void {
  if (availabilityOf(store, tenantId, plan) !== 'available')
    throw new Refusal(409, 'PRICING IS SOLD OUT', { number: 4 });
}
