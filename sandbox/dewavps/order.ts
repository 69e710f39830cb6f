/** Creates an instance (D03): all checks, then the row, its address, its meters and its jobs. */
import { randomUUID } from 'node:crypto';
import { freeAddress, freeHost } from '../addresses';
import type { Cloud } from '../cloud';
import { durations } from '../cloud';
import type { Store } from '../db';
import type { HandlerInput } from '../registry';
import { implement } from '../registry';
import { keepSchedule } from './backup-rows';
import { addressPrice, findTemplate, findTier, machinePrice } from './catalogue';
import type { Errors } from './checks';
import {
  checkHostname,
  checkLimits,
  checkLogin,
  checkTier,
  needMoney,
  refuseErrors,
  say,
} from './checks';
import type { Instance, PublicIp, Vswitch } from './instance';
import { addressOf, partsOf, rateOf } from './instance';

type Order = HandlerInput<'D03'>['body'];

function checkSize(errors: Errors, order: Order): void {
  const tier = checkTier(errors, Number(order.tier_id), Number(order.location_id));
  const template = findTemplate(Number(order.template_id));
  if (!template) say(errors, 'template_id', 'The selected template id is invalid.');
  if (tier) checkLimits(errors, tier, template, order);
  if (order.use_shared_cpu && order.use_dedicated_cpu) {
    say(errors, 'use_dedicated_cpu', 'The CPU is either shared or dedicated.');
  }
}

function checkNames(store: Store, tenantId: string, errors: Errors, order: Order): void {
  checkHostname(store, tenantId, errors, order.hostname);
  checkLogin(errors, order.username, order.password);
  for (const id of order.ssh_keys ?? []) {
    if (
      !store.get(
        'select 1 from ssh_keys where id = ? and tenant_id = ? and gone_at is null',
        id,
        tenantId,
      )
    ) {
      say(errors, 'ssh_keys', 'The selected ssh key is invalid.');
    }
  }
}

/** Checks the requested private network and free address; both must be in the same location. */
function checkNetworks(
  store: Store,
  tenantId: string,
  errors: Errors,
  order: Order,
): { network?: Vswitch; address?: PublicIp } {
  const location = Number(order.location_id);
  const network = order.vswitch
    ? store.get<Vswitch>(
        'select * from vswitches where uuid = ? and tenant_id = ? and location_id = ?',
        order.vswitch,
        tenantId,
        location,
      )
    : undefined;
  if (order.vswitch && !network) say(errors, 'vswitch', 'The selected private network is invalid.');
  const address = order.public_network
    ? store.get<PublicIp>(
        'select * from public_ips where uuid = ? and tenant_id = ? and location_id = ?',
        order.public_network,
        tenantId,
        location,
      )
    : undefined;
  if (order.public_network && (!address || address.instance_uuid !== null)) {
    say(errors, 'public_network', 'The selected public network is invalid or in use.');
  }
  if (order.public_network && !order.use_public_ip) {
    say(
      errors,
      'use_public_ip',
      'The use public ip field must be true when a public network is given.',
    );
  }
  return { network, address };
}

/** Creates an address and starts to charge it. */
export function makeAddress(
  cloud: Cloud,
  tenantId: string,
  locationId: number,
  instanceUuid: string | null,
  at: number,
): PublicIp {
  const address: PublicIp = {
    uuid: randomUUID(),
    tenant_id: tenantId,
    address: freeAddress(cloud.store, 'public_ips', tenantId),
    location_id: locationId,
    instance_uuid: instanceUuid,
    rdns: null,
    created_at: at,
    updated_at: at,
  };
  cloud.store.transaction(() => {
    cloud.store.insert('public_ips', { ...address });
    cloud.ledger.openMeter({
      resource: address.uuid,
      account: `dewavps:${tenantId}`,
      tenantId,
      label: `Public address ${address.address}`,
      rate: addressPrice,
      at,
      about: {
        service: 'Public IP',
        name: address.address,
        plan: null,
        parts: [{ name: 'Public IP', rate: addressPrice }],
      },
    });
  });
  return address;
}

/** The next free address of a private network. */
export function privateHost(store: Store, network: Vswitch): string {
  const taken = store.all<{ private_ip: string | null }>(
    'select private_ip from instances where vswitch_uuid = ?',
    network.uuid,
  );
  return freeHost(
    network.network.split('.').slice(0, 3).join('.'),
    taken.map((row) => row.private_ip),
  );
}

/** Stores a machine and starts to charge it. The caller has checked the balance. */
export function keepInstance(
  cloud: Cloud,
  tenantId: string,
  order: Order,
  at: number,
  more: { network?: Vswitch; address?: PublicIp; copying?: true } = {},
): Instance {
  const { store } = cloud;
  const last = store.get<{ vmid: number | null }>(
    'select max(vmid) as vmid from instances where tenant_id = ?',
    tenantId,
  );
  const instance: Instance = {
    uuid: randomUUID(),
    tenant_id: tenantId,
    vmid: (last?.vmid ?? 100) + 1,
    hostname: order.hostname,
    username: order.username,
    password: order.password,
    cpu: order.cpu,
    memory: order.memory,
    storage: order.storage,
    dedicated: order.use_dedicated_cpu ? 1 : 0,
    backup: order.include_backup ? 1 : 0,
    status: more.copying ? 'Starting' : 'Pending',
    location_id: Number(order.location_id),
    tier_id: Number(order.tier_id),
    template_id: Number(order.template_id),
    vswitch_uuid: more.network?.uuid ?? null,
    private_ip: more.network ? privateHost(store, more.network) : null,
    ssh_keys: JSON.stringify(order.ssh_keys ?? []),
    operation: more.copying ? 'clone' : 'create',
    operation_flag: 1,
    cleanup: null,
    created_at: at,
    updated_at: at,
    started_at: null,
    backup_at: null,
    resume: null,
    policy: 'A',
  };
  store.transaction(() => {
    store.insert('instances', { ...instance });
    if (more.address)
      store.update(
        'public_ips',
        { uuid: more.address.uuid },
        { instance_uuid: instance.uuid, updated_at: at },
      );
    else if (order.use_public_ip)
      makeAddress(cloud, tenantId, instance.location_id, instance.uuid, at);
    cloud.ledger.openMeter({
      resource: instance.uuid,
      account: `dewavps:${tenantId}`,
      tenantId,
      label: `Instance ${instance.hostname}`,
      rate: rateOf(instance),
      at,
      about: {
        service: 'Instance',
        name: instance.hostname,
        plan: findTier(instance.tier_id)?.name ?? null,
        parts: partsOf(instance),
      },
    });
    // As in the order's estimate: one backup, always of the last night.
    if (order.include_backup)
      keepSchedule(cloud, instance, { type: 'daily', day: null, hour: 2, retention: 1 }, at);
    if (!more.copying)
      cloud.later(tenantId, 'instance.boot', instance.uuid, (durations.create * 3) / 4, at);
  });
  return instance;
}

implement('D03', ({ body }, { cloud, store, tenant, account, now }) => {
  const errors: Errors = {};
  checkSize(errors, body);
  checkNames(store, tenant.id, errors, body);
  const networks = checkNetworks(store, tenant.id, errors, body);
  refuseErrors(errors);
  const newAddress = body.use_public_ip && !networks.address;
  const tierOf = {
    ...body,
    tier_id: Number(body.tier_id),
    dedicated: body.use_dedicated_cpu ?? false,
    backup: body.include_backup ?? false,
  };
  const perHour = machinePrice(tierOf, true) + (newAddress ? addressPrice : 0);
  needMoney(cloud, account, perHour, 'instance');
  const instance = keepInstance(cloud, tenant.id, body, now, networks);
  const address = addressOf(store, instance.uuid);
  return {
    uuid: instance.uuid,
    hostname: instance.hostname,
    status: instance.status,
    ip_address: address?.address ?? null,
    operation_flag: instance.operation_flag,
  };
});
