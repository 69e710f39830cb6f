import { expect, it } from 'vitest';
import type { Result, Row } from '@/lib/contract/types';
import { attachedVolumes } from './attached-volumes';

const plain = { volume_type: null, size_gb: 50, mount_point: null, label: null };
const machine = {
  uuid: 'vm-1',
  volumes: [
    { tag: 'AdditionalVolume', volume: { ...plain, uuid: 'data', label: 'data' } },
    { tag: 'DataVolume', volume: { ...plain, uuid: 'boot', mount_point: '/' } },
    { tag: null, volume: null },
  ],
} as unknown as Result<'A26'>;
const listed = (uuid: string, of: string | null, price = 0) =>
  ({
    ...plain,
    uuid,
    volume_type: 'external',
    pricing: price === 0 ? null : { price_per_unit: price, pricing_unit: 'hour' },
    instance_has_volumes: of === null ? [] : [{ tag: 'AdditionalVolume', source: { uuid: of } }],
  }) as unknown as Row<'A39'>;

it('shows what the machine names, its boot disk first', () => {
  expect(attachedVolumes(machine)).toMatchObject([
    { uuid: 'boot', name: 'boot', kind: 'boot', mount: '/', pricing: null },
    { uuid: 'data', name: 'data', kind: 'external', mount: null, pricing: null },
  ]);
});

it('adds what the list of volumes attaches to it, with prices', () => {
  const rows = [
    listed('data', null, 70),
    listed('more', 'vm-1', 140),
    listed('other', 'vm-2', 28),
    listed('free', null, 28),
  ];
  const found = attachedVolumes(machine, rows);
  expect(found.map(({ uuid, pricing }) => [uuid, pricing?.price_per_unit ?? null])).toEqual([
    ['boot', null],
    ['data', 70],
    ['more', 140],
  ]);
});
