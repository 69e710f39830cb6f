/** A bare-metal machine, the periods for which it is paid, and how many of each package are left. */
import type { Store } from '../db';
import { Refusal } from '../refusal';
import { packageNames, type Plan } from './catalogue';
import type { GroupType } from './groups';

/** The months of each billing period. */
export const periods = {
  price_per_month: 1,
  price_per_three_month: 3,
  price_per_six_month: 6,
  price_per_year: 12,
} as const;
export type Period = keyof typeof periods;

/** A bare-metal machine, as the database stores it. */
export interface Metal {
  uuid: string;
  tenant_id: string;
  organization_uuid: string;
  group_type: GroupType;
  group_uuid: string;
  title: string;
  hostname: string;
  catalogue_uuid: string;
  pricing_uuid: string;
  billing_period: Period;
  /** MAAS's label. */
  status: string;
  system_id: string;
  mac_address: string;
  /** Of the power controller, which the real API leaks. */
  power_password: string;
  username: string;
  credential: string;
  reserved_ip_uuid: string | null;
  /** The end of what is paid. */
  paid_until: number;
  created_at: number;
  updated_at: number;
}

/** The name of a plan's package. */
export const packageOf = (plan: Plan) => packageNames[plan.instance_type] ?? plan.instance_type;

/** The machines of each package that nobody has, unless the control API says otherwise. */
const usualStock = 20;
const stockKey = (tenantId: string, name: string) => `stock ${tenantId} ${name}`;

export function stockOf(store: Store, tenantId: string, name: string): number {
  const key = stockKey(tenantId, name);
  const kept = store.get<{ value: string }>('select value from meta where name = ?', key);
  return kept ? Number(kept.value) : usualStock;
}

/**
 * Sets how many machines of a package nobody has.
 * @param name its plan's `instance_type`, such as `bh-a`
 * @throws Refusal 404 if there is no such package
 */
export function setStock(store: Store, tenantId: string, name: string, left: number): void {
  if (!(name in packageNames)) throw new Refusal(404, `There is no package ${name}.`);
  const key = stockKey(tenantId, name);
  store.run('delete from meta where name = ?', key);
  store.insert('meta', { name: key, value: String(left) });
}
