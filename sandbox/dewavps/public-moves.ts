/** Moves public addresses between machines: D16, D17, D60. An address always costs the same. */
import type { Store } from '../db';
import { Refusal, invalid, invalidOperation } from '../refusal';
import type { DewavpsContext } from '../registry';
import { implement } from '../registry';
import { addressPrice } from './catalogue';
import { needMoney } from './checks';
import type { Instance, PublicIp } from './instance';
import { addressOf, beingMade, echoWire } from './instance';
import { refuseGateway } from './membership';
import { makeAddress } from './order';
import { instanceReadyFor } from './power';
import { findAddress } from './public-ips';

/** Moves an address to a machine or frees it. Its name is removed, since it belongs to the old machine. */
function give(store: Store, address: PublicIp, instanceUuid: string | null, now: number): void {
  const change = { instance_uuid: instanceUuid, rdns: null, updated_at: now };
  store.update('public_ips', { uuid: address.uuid }, change);
}

/** Tells the running machine its new address, which its console shows. */
function refreshMachine({ cloud }: DewavpsContext, instance: Instance, now: number): void {
  cloud.store.update('instances', { uuid: instance.uuid }, { updated_at: now });
  if (instance.status === 'Running') cloud.machines.start(instance.uuid);
}

implement('D16', ({ params }, context) => {
  const { cloud, store, tenant, account, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'addAddress');
  if (addressOf(store, instance.uuid))
    throw invalidOperation('Instance already has a public address');
  needMoney(cloud, account, addressPrice, 'address');
  makeAddress(cloud, tenant.id, instance.location_id, instance.uuid, now);
  refreshMachine(context, instance, now);
  return echoWire(instance);
});

/** Finds the free address that replaces the machine's own. @throws Refusal 422 */
function freeFor(store: Store, instance: Instance, uuid: string): PublicIp {
  const address = store.get<PublicIp>(
    'select * from public_ips where uuid = ? and tenant_id = ? and location_id = ?',
    uuid,
    instance.tenant_id,
    instance.location_id,
  );
  if (!address || address.instance_uuid !== null)
    throw invalid({ public_network: ['The selected public network is invalid or in use.'] });
  return address;
}

implement('D17', ({ params, body }, context) => {
  const { store, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'changeAddress');
  const old = addressOf(store, instance.uuid);
  const remove = body.public_network === '';
  if (remove && !old) throw invalidOperation('Instance has no public address');
  if (remove) refuseGateway(store, instance);
  const next = remove ? null : freeFor(store, instance, body.public_network);
  store.transaction(() => {
    if (old) give(store, old, null, now);
    if (next) give(store, next, instance.uuid, now);
    refreshMachine(context, instance, now);
  });
  return echoWire(instance);
});

implement('D60', ({ params, body }, context) => {
  const { store, tenant, now } = context;
  const address = findAddress(store, tenant.id, params.ip_uuid);
  const target = store.get<Instance>(
    'select * from instances where uuid = ? and tenant_id = ?',
    body.instance_id,
    tenant.id,
  );
  const wrong = (text: string) => invalid({ instance_id: [text] });
  if (!target) throw wrong('The selected instance id is invalid.');
  if (target.location_id !== address.location_id)
    throw wrong('The selected instance is in another location.');
  if (target.uuid === address.instance_uuid)
    throw invalidOperation('Instance has this public address already');
  // Like the real API, without a reason while the machine is still being created.
  if (beingMade(target)) throw new Refusal(500, 'Server Error');
  instanceReadyFor(context, target.uuid, 'addAddress');
  if (addressOf(store, target.uuid))
    throw invalidOperation('Instance already has a public address');
  const source = address.instance_uuid
    ? instanceReadyFor(context, address.instance_uuid, 'changeAddress')
    : null;
  if (source) refuseGateway(store, source);
  store.transaction(() => {
    give(store, address, target.uuid, now);
    if (source) refreshMachine(context, source, now);
    refreshMachine(context, target, now);
  });
  return { instance_id: target.uuid };
});
