/** Block storage, read: D63, D64, D69. */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { monthHours } from '../ledger';
import { implement } from '../registry';
import { blockTypes, findLocation } from './catalogue';
import { paged } from './instances';
import { dateText } from './text';

export interface Block {
  id: string;
  tenant_id: string;
  name: string;
  size: number;
  location_id: number;
  type: string;
  instance_uuid: string | null;
  created_at: number;
}

const blocksOf = (store: Store, tenantId: string) =>
  store.all<Block>(
    'select * from blocks where tenant_id = ? order by created_at desc, rowid desc',
    tenantId,
  );
const priceOf = (block: Block) =>
  block.size * (blockTypes.find((type) => type.name === block.type)?.price ?? 0);

/** Keeps a disk and starts charging it, attached or not. */
export function keepBlock(
  cloud: Cloud,
  tenantId: string,
  of: Pick<Block, 'name' | 'size' | 'location_id' | 'instance_uuid'> & { at: number },
): Block {
  const [type] = blockTypes;
  const { at, ...fields } = of;
  const block: Block = {
    id: randomUUID(),
    tenant_id: tenantId,
    type: type.name,
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
        parts: [{ name: 'Storage', rate: priceOf(block) }],
      },
    });
  });
  return block;
}

implement('D63', () => ({
  rows: blockTypes.map(({ id, name, price, min, max }) => ({
    id,
    name,
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
      attached_to: block.instance_uuid,
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
    .map(({ id, name, size }) => ({ id, name, size })),
}));
