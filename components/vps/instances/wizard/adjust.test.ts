import { describe, expect, it } from 'vitest';
import { adjust, type Offered } from './adjust';
import {
  defaults,
  fittingSize,
  orderOf,
  pricedOf,
  sizeOf,
  type SizeTemplate,
  type WizardValues,
} from './values';

const image = (template_id: string, name: string, min_storage: number | null = 20) => ({
  template_id,
  name,
  version: '1',
  os_id: template_id,
  image: null,
  min_storage,
});
const size = (id: string, cpu: number, ram: number, disk: number): SizeTemplate => ({
  id,
  title: id,
  total_cpu: cpu,
  total_ram: ram,
  total_disk: disk,
  created_at: null,
  updated_at: null,
});
const tier = (id: string, name: string) => ({ id, name, description: null, icon: null });
const offered: Offered = {
  images: [image('11', 'Ubuntu'), image('51', 'Desktop', 40)],
  tiers: [tier('1', 'Epyc'), tier('3', 'NVMe')],
  networks: [{ uuid: 'n1', name: 'gudang' }],
  addresses: [{ uuid: 'a1', ip_address: '192.0.2.7' }],
  keys: [{ id: 'k1', title: 'laptop' }],
};
const sizes = [size('2', 2, 4, 60), size('1', 1, 1, 20)];
const start: WizardValues = defaults({
  locations: [{ id: '1', name: 'Jakarta', country: null, flag: null }],
  images: offered.images ?? [],
  tiers: offered.tiers ?? [],
  sizes,
});
const names = (id: string) => ({ '2': 'Xeon', n2: 'cadangan', a2: '192.0.2.9' })[id] ?? '?';

describe('adjust', () => {
  it('keeps values that the location offers', () => {
    const chosen = {
      ...start,
      vswitch: 'n1',
      address: 'existing' as const,
      public_network: 'a1',
      ssh_keys: ['k1'],
    };
    expect(adjust(chosen, offered, names)).toEqual({ values: chosen, changes: [] });
  });

  it('replaces what another location does not offer, and tells each change', () => {
    const chosen = {
      ...start,
      tier_id: '2',
      vswitch: 'n2',
      address: 'existing' as const,
      public_network: 'a2',
      ssh_keys: ['k1', 'gone'],
    };
    const { values, changes } = adjust(chosen, offered, names);
    expect(values).toMatchObject({
      tier_id: '1',
      vswitch: '',
      address: 'new',
      public_network: '',
      ssh_keys: ['k1'],
    });
    expect(changes).toEqual([
      { what: 'tier', from: 'Xeon', to: 'Epyc' },
      { what: 'network', from: 'cadangan' },
      { what: 'address', from: '192.0.2.9' },
      { what: 'keys', count: 1 },
    ]);
  });

  it('changes nothing while the offers are unknown', () => {
    const unknown = { images: null, tiers: null, networks: null, addresses: null, keys: null };
    const chosen = { ...start, tier_id: '2', vswitch: 'n2', ssh_keys: ['gone'] };
    expect(adjust(chosen, unknown, names)).toEqual({ values: chosen, changes: [] });
  });

  it('takes the first free address when an existing one is chosen', () => {
    const chosen = { ...start, address: 'existing' as const };
    expect(adjust(chosen, offered, names)).toMatchObject({
      values: { address: 'existing', public_network: 'a1' },
      changes: [],
    });
    expect(adjust(chosen, { ...offered, addresses: [] }, names).values.address).toBe('new');
  });
});

describe('sizes', () => {
  it('starts with the smallest size that is large enough for the image', () => {
    expect(start).toMatchObject({ size: '1', cpu: 1, memory: 1, storage: 20 });
    expect(fittingSize(sizes, image('51', 'Desktop', 40))?.id).toBe('2');
    expect(fittingSize(sizes, image('61', 'Huge', 900))).toBeUndefined();
  });

  it('finds a template by its numbers', () => {
    expect(sizeOf(sizes, { cpu: 2, memory: 4, storage: 60 })).toBe('2');
    expect(sizeOf(sizes, { cpu: 2, memory: 5, storage: 60 })).toBe('own');
    expect(sizeOf(sizes, { cpu: Number.NaN, memory: 4, storage: 60 })).toBe('own');
  });
});

describe('orderOf', () => {
  it('sends no empty choices, and either shared or dedicated cores', () => {
    const order = orderOf({ ...start, public_network: 'a1' });
    expect(order).not.toHaveProperty('vswitch');
    expect(order).not.toHaveProperty('public_network');
    expect(order).not.toHaveProperty('ssh_keys');
    expect(order).toMatchObject({
      use_public_ip: true,
      use_shared_cpu: true,
      use_dedicated_cpu: false,
    });
  });

  it('sends the existing address, and prices no new one', () => {
    const values = {
      ...start,
      address: 'existing' as const,
      public_network: 'a1',
      cpu_kind: 'dedicated' as const,
    };
    expect(orderOf(values)).toMatchObject({
      use_public_ip: true,
      public_network: 'a1',
      use_dedicated_cpu: true,
    });
    expect(pricedOf(values)).toMatchObject({ newAddresses: 0, dedicated: true });
    expect(orderOf({ ...values, address: 'none' })).toMatchObject({ use_public_ip: false });
  });
});
