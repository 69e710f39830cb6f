/** Block storage: D63–D69, and DX1, which creates it. A disk costs the same attached or free. */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { monthHours } from '../ledger';
import { Refusal, invalid, invalidOperation } from '../refusal';
import { implement } from '../registry';
import type { BlockType } from './catalogue';
import { blockTypes, findLocation } from './catalogue';
import type { Errors } from './checks';
import { needMoney, refuseErrors, say } from './checks';
import { ownerOf, type Instance } from './instance';
import { paged } from './instances';
import { instanceReadyFor } from './power';
import { dateText } from './text';

/** The most disks of one customer and of one machine. */
const quota = { customer: 25, machine: 8 };

export interface Block {
  id: string;
  tenant_id: string;
  name: string;
  /** GB */
  size: number;
  location_id: number;
  /** The name of its type. */
  type: string;
  instance_uuid: string | null;
  created_at: number;
}

const blocksOf = (store: Store, tenantId: string) =>
  store.all<Block>(
    'select * from blocks where tenant_id = ? order by created_at desc, rowid desc',
    tenantId,
  );

/** Finds a disk of a tenant. @throws Refusal 404 */
function findBlock(store: Store, tenantId: string, id: string): Block {
  const found = store.get<Block>(
    'select * from blocks where id = ? and tenant_id = ?',
    id,
    tenantId,
  );
  if (!found) throw new Refusal(404, 'Block storage not found.');
  return found;
}

const typeOf = (block: Pick<Block, 'type'>): BlockType | undefined =>
  blockTypes.find(({ name }) => name === block.type);
const priceOf = (block: Pick<Block, 'type' | 'size'>) => block.size * (typeOf(block)?.price ?? 0);
const partsOf = (block: Block) => [{ name: 'Storage', rate: priceOf(block) }];
const echoWire = ({ id, name, size }: Block) => ({ id, name, size });

/** Stores a disk and starts to charge it, attached or not; the default is the first type. */
export function keepBlock(
  cloud: Cloud,
  tenantId: string,
  of: Pick<Block, 'name' | 'size' | 'location_id' | 'instance_uuid'> & {
    type?: string;
    at: number;
  },
): Block {
  const { at, ...fields } = of;
  const block: Block = {
    id: randomUUID(),
    tenant_id: tenantId,
    type: blockTypes[0].name,
    created_at: at,
    ...fields,
  };
  cloud.store.transaction(() => {
    cloud.store.insert('blocks', { ...block });
    cloud.ledger.openMeter({
      resource: block.id,
      account: `dewavps:${tenantId}`,
      tenantId,
      label: `Block storage ${block.name}`,
      rate: priceOf(block),
      at,
      about: {
        service: 'Block Storage',
        name: block.name,
        plan: block.type,
        parts: partsOf(block),
      },
    });
  });
  return block;
}

implement('D63', ({ query }) => ({
  rows: blockTypes
    .filter(({ locations }) => locations.includes(Number(query.location_id)))
    .map(({ id, name, description, price, min, max }) => ({
      id,
      name,
      description,
      min_size: min,
      max_size: max,
      price_per_hour: price,
      price_per_month: price * monthHours,
    })),
}));

implement('D64', ({ query }, { store, tenant }) => {
  const found = blocksOf(store, tenant.id).filter(
    (block) =>
      (query.location_id === undefined || block.location_id === Number(query.location_id)) &&
      (query.instance_id === undefined || block.instance_uuid === query.instance_id),
  );
  const { rows, page } = paged(found, query);
  return {
    rows: rows.map((block) => ({
      id: block.id,
      name: block.name,
      size: block.size,
      storage_type: block.type,
      status: block.instance_uuid ? 'attached' : 'available',
      location: findLocation(block.location_id)?.name ?? null,
      location_id: block.location_id,
      attached_to: ownerOf(store, block.instance_uuid),
      price_per_hour: priceOf(block),
      estimated_monthly_cost: priceOf(block) * monthHours,
      created_at: dateText(block.created_at),
    })),
    page,
  };
});

implement('D69', ({ query }, { store, tenant }) => ({
  rows: blocksOf(store, tenant.id)
    .filter(
      (block) => block.instance_uuid === null && block.location_id === Number(query.location_id),
    )
    .map(echoWire),
}));

function checkSize(errors: Errors, type: BlockType | undefined, size: number): void {
  if (type && size < type.min) say(errors, 'size', `The size must be at least ${type.min}.`);
  if (type && size > type.max) say(errors, 'size', `The size may not be greater than ${type.max}.`);
}

implement('DX1', ({ body }, { cloud, store, tenant, account, now }) => {
  const errors: Errors = {};
  const location = findLocation(Number(body.location_id));
  const type = blockTypes.find(({ id }) => String(id) === body.storage_type);
  const known = blocksOf(store, tenant.id);
  if (!location) say(errors, 'location_id', 'The selected location id is invalid.');
  if (!type) say(errors, 'storage_type', 'The selected storage type is invalid.');
  if (type && location && !type.locations.includes(location.id))
    say(errors, 'storage_type', `${type.name} is not available in ${location.name}.`);
  if (known.some(({ name }) => name.toLowerCase() === body.name.toLowerCase()))
    say(errors, 'name', 'The name has already been taken.');
  checkSize(errors, type, body.size);
  refuseErrors(errors);
  if (!type || !location) throw invalid(errors);
  if (known.length >= quota.customer)
    throw invalidOperation(`You can have at most ${quota.customer} block storages`);
  const of = { name: body.name, size: body.size, type: type.name, location_id: location.id };
  needMoney(cloud, account, priceOf(of), 'block storage');
  return echoWire(keepBlock(cloud, tenant.id, { ...of, instance_uuid: null, at: now }));
});

implement('D65', ({ params, body }, context) => {
  const { store, tenant, now } = context;
  const block = findBlock(store, tenant.id, params.block_storage_id);
  // The documented refusals of these two have status 422 with a type (QD2).
  if (block.instance_uuid)
    throw invalidOperation('Block storage already attached to an instance', 422);
  const instance = store.get<Instance>(
    'select * from instances where uuid = ? and tenant_id = ?',
    body.instance_id,
    tenant.id,
  );
  if (!instance) throw invalid({ instance_id: ['The selected instance id is invalid.'] });
  if (instance.location_id !== block.location_id)
    throw invalid({ instance_id: ['The selected instance is in another location.'] });
  instanceReadyFor(context, instance.uuid, 'attachStorage');
  const attached = blocksOf(store, tenant.id).filter(
    ({ instance_uuid }) => instance_uuid === instance.uuid,
  );
  if (attached.length >= quota.machine)
    throw invalidOperation(`An instance can have at most ${quota.machine} block storages`);
  store.update('blocks', { id: block.id }, { instance_uuid: instance.uuid });
  store.update('instances', { uuid: instance.uuid }, { updated_at: now });
  return echoWire(block);
});

implement('D66', ({ params }, context) => {
  const { store, tenant, now } = context;
  const block = findBlock(store, tenant.id, params.block_storage_id);
  if (!block.instance_uuid)
    throw invalidOperation('Block storage is not attached to any instance', 422);
  const instance = instanceReadyFor(context, block.instance_uuid, 'detachStorage');
  store.update('blocks', { id: block.id }, { instance_uuid: null });
  store.update('instances', { uuid: instance.uuid }, { updated_at: now });
  return echoWire(block);
});

implement('D67', ({ params, body }, context) => {
  const { cloud, store, tenant, account, now } = context;
  const block = findBlock(store, tenant.id, params.block_storage_id);
  const errors: Errors = {};
  if (body.size <= block.size)
    say(errors, 'size', `The size must be greater than ${block.size}: it can only grow.`);
  checkSize(errors, typeOf(block), body.size);
  refuseErrors(errors);
  if (block.instance_uuid) instanceReadyFor(context, block.instance_uuid, 'attachStorage');
  const grown = { ...block, size: body.size };
  needMoney(cloud, account, priceOf(grown) - priceOf(block), 'growth');
  store.transaction(() => {
    store.update('blocks', { id: block.id }, { size: body.size });
    cloud.ledger.setRate(block.id, priceOf(grown), now, partsOf(grown));
  });
  return echoWire(grown);
});

implement('D68', ({ params }, { cloud, store, tenant, now }) => {
  const block = findBlock(store, tenant.id, params.block_storage_id);
  if (block.instance_uuid) throw invalidOperation('Block storage is attached to an instance');
  store.transaction(() => {
    cloud.ledger.closeMeter(block.id, now);
    store.run('delete from blocks where id = ?', block.id);
  });
  return echoWire(block);
});
