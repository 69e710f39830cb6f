/** Orders of bare-metal machines, which are paid in advance, period by period, and their jobs in MAAS's words. */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import { durations, macAddress } from '../cloud';
import { randomText } from '../ids';
import { handleJob } from '../job-handlers';
import { hour, monthHours } from '../ledger';
import { Refusal } from '../refusal';
import { requireRupiah } from './balance';
import { addressPrice, findPlan, images, plans, type Image, type Plan } from './catalogue';
import { giveBack, takeExternal, type External } from './external';
import type { Group } from './groups';
import { accountOf, findOrganization } from './groups';
import { periods, setStock, stockOf, type Metal, type Period } from './metal';
import { requireAvailable } from './sold-out';
import { planWire } from './wire';

/** The order of one machine. */
export interface MetalOrder {
  group: Group;
  title: string;
  hostname: string;
  image: Image;
  plan: Plan;
  period: Period;
  username: string;
  /** The password or public key; stored, and echoed by A27 alone. */
  credential: string;
  external: External;
  at: number;
}

/** The price of a period, with the discount of a long one, and the address; rupiah. */
function priceOf(plan: Plan, period: Period, external: boolean): number {
  const address = external ? addressPrice * monthHours * periods[period] : 0;
  return planWire(plan)[period] + address;
}

/** Takes the price of a period that begins now. */
function charge(cloud: Cloud, metal: Metal, plan: Plan, at: number): void {
  const { billing_period: period, reserved_ip_uuid: address } = metal;
  const price = priceOf(plan, period, address !== null);
  const { uuid: resource, hostname: name } = metal;
  const part = { name: plan.instance_type, rate: price };
  const about = { service: 'baremetal', name, plan: plan.instance_type, parts: [part] };
  cloud.ledger.post(accountOf(metal.organization_uuid), {
    at,
    amount: -price,
    kind: 'charge',
    description: `Bare metal ${name} (${plan.instance_type}), ${periods[period]} month(s)`,
    resource,
    hours: 1,
    about: JSON.stringify(about),
  });
  const paid_until = at + periods[period] * monthHours * hour;
  cloud.store.update('baremetals', { uuid: resource }, { paid_until });
  cloud.later(metal.tenant_id, 'metal.renew', resource, paid_until - at, at);
}

/** Orders one machine. @throws Refusal if it can't be had; then nothing is stored */
export function orderMetal(cloud: Cloud, order: MetalOrder): Metal {
  const { store } = cloud;
  const { group, plan, at } = order;
  const { organization } = group;
  const tenant_id = organization.tenant_id;
  const left = stockOf(store, tenant_id, plan.instance_type);
  requireAvailable(store, tenant_id, plan);
  if (left === 0) throw new Refusal(409, 'MACHINE IS SOLD OUT', { number: 4 });
  requireRupiah(cloud, group, priceOf(plan, order.period, order.external !== null), 'THE PERIOD');
  return store.transaction(() => {
    const uuid = randomUUID();
    const metal: Metal = {
      uuid,
      tenant_id,
      organization_uuid: organization.uuid,
      group_type: group.type,
      group_uuid: group.uuid,
      title: order.title,
      hostname: order.hostname,
      catalogue_uuid: order.image.uuid,
      pricing_uuid: plan.uuid,
      billing_period: order.period,
      status: 'Allocated',
      system_id: randomText(6),
      mac_address: macAddress(),
      power_password: `fake-${randomText(12)}`,
      username: order.username,
      credential: order.credential,
      reserved_ip_uuid: takeExternal(cloud, { uuid, organization, at }, order.external),
      paid_until: at,
      created_at: at,
      updated_at: at,
    };
    store.insert('baremetals', { ...metal });
    setStock(store, tenant_id, plan.instance_type, left - 1);
    charge(cloud, metal, plan, at);
    cloud.later(tenant_id, 'metal.deploy', uuid, durations.deploy / 5, at);
    return metal;
  });
}

/** Creates a deployed machine of the cheapest package, paid by the month, for the demo and tests. */
export function keepDeployed(
  cloud: Cloud,
  of: Pick<MetalOrder, 'group' | 'title' | 'hostname' | 'at'>,
): { uuid: string } {
  const image = images.find(({ service }) => service === 'baremetal');
  const plan = plans.find(({ suitable_for }) => suitable_for === 'baremetal');
  if (!image || !plan) throw new Error('the catalogue has no bare metal');
  const rest = { period: 'price_per_month', username: 'demo', external: null } as const;
  const credential = `fake-${randomText(12)}`;
  const metal = orderMetal(cloud, { ...of, ...rest, image, plan, credential });
  const { uuid, tenant_id } = metal;
  cloud.jobs.drop(uuid);
  const paid = monthHours * hour;
  cloud.later(tenant_id, 'metal.renew', uuid, paid, of.at);
  setStatus(cloud, uuid, 'Deployed', of.at + durations.deploy);
  return metal;
}

export function setStatus({ store }: Cloud, uuid: string, status: string, at: number): void {
  store.update('baremetals', { uuid }, { status, updated_at: at });
}

handleJob('metal.deploy', (cloud, job) => {
  setStatus(cloud, job.target, 'Deploying', job.due_at);
  cloud.later(job.tenant_id, 'metal.run', job.target, (durations.deploy * 4) / 5, job.due_at);
});

handleJob('metal.run', (cloud, job) => {
  const status = cloud.fails(job, 'A27') ? 'Failed deployment' : 'Deployed';
  setStatus(cloud, job.target, status, job.due_at);
});

handleJob('metal.renew', (cloud, job) => {
  const metal = cloud.store.get<Metal>('select * from baremetals where uuid = ?', job.target);
  const plan = metal && findPlan(metal.pricing_uuid);
  if (plan) charge(cloud, metal, plan, job.due_at);
});

handleJob('metal.release', (cloud, job) => {
  const { store } = cloud;
  const metal = store.get<Metal>('select * from baremetals where uuid = ?', job.target);
  if (!metal) return;
  const organization = findOrganization(store, metal.organization_uuid);
  if (organization) giveBack(cloud, organization, metal.reserved_ip_uuid, job.due_at);
  const name = findPlan(metal.pricing_uuid)?.instance_type ?? '';
  setStock(store, metal.tenant_id, name, stockOf(store, metal.tenant_id, name) + 1);
  store.run('delete from baremetals where uuid = ?', metal.uuid);
});
