import { describe, expect, it } from 'vitest';
import { defaults } from './values';
import { isPrefilled, locationOf, readPrefill, prefillQuery } from './prefill';

const read = (query: string) => readPrefill(new URLSearchParams(query));
const none = {
  location: null,
  tier: null,
  size: null,
  dedicated: false,
  address: true,
  backup: false,
};

describe('a prefill', () => {
  it('is read back from the URL that it makes', () => {
    const prefill = {
      location: '2',
      tier: '3',
      size: { cpu: 2, memory: 4, storage: 60 },
      dedicated: true,
      address: false,
      backup: true,
    };
    const query = Object.entries(prefillQuery(prefill)).map(([name, value]) => [name, value ?? '']);
    expect(readPrefill(new URLSearchParams(query))).toEqual(prefill);
    expect(Object.values(prefillQuery(none)).filter(Boolean)).toEqual([]);
  });

  it('is empty when the URL has nothing, or a size that nobody can order', () => {
    expect(read('')).toEqual(none);
    expect(isPrefilled(read(''))).toBe(false);
    for (const size of [
      'cpu=2&memory=4',
      'cpu=0&memory=4&disk=60',
      'cpu=2.5&memory=4&disk=60',
      'cpu=2&memory=4&disk=1e9',
      'cpu=a&memory=4&disk=60',
    ])
      expect(read(size).size).toBeNull();
  });
});

describe('the values with which the form starts', () => {
  const sizes = [
    {
      id: '1',
      title: 'Starter',
      total_cpu: 1,
      total_ram: 1,
      total_disk: 20,
      created_at: null,
      updated_at: null,
    },
    {
      id: '3',
      title: 'Standard',
      total_cpu: 2,
      total_ram: 4,
      total_disk: 60,
      created_at: null,
      updated_at: null,
    },
  ];
  const image = (template_id: string, min_storage: number) => ({
    template_id,
    min_storage,
    version: null,
    os_id: null,
    name: template_id,
    image: null,
  });
  const place = (id: string) => ({ id, name: id, country: null, flag: null });
  const tier = (id: string) => ({ id, name: id, description: null, icon: null });
  const known = {
    locations: [place('1'), place('2')],
    images: [image('desktop', 40), image('server', 10)],
    tiers: [tier('1'), tier('3')],
    sizes,
  };

  it('are the prefill, as far as it is offered', () => {
    const prefill = read(
      'location=2&tier=3&cpu=2&memory=4&disk=60&cores=dedicated&address=none&backup=yes',
    );
    expect(defaults(known, prefill)).toMatchObject({
      location_id: '2',
      tier_id: '3',
      size: '3',
      cpu: 2,
      memory: 4,
      storage: 60,
      cpu_kind: 'dedicated',
      address: 'none',
      include_backup: true,
      template_id: 'desktop',
    });
    expect(defaults(known, read('location=9&tier=9'))).toMatchObject({
      location_id: '1',
      tier_id: '1',
    });
    expect(locationOf(known.locations, '2')).toBe('2');
    expect(locationOf(undefined, '2')).toBe('');
  });

  it('have an image for which the disk is large enough', () => {
    const start = defaults(known, read('cpu=1&memory=2&disk=20'));
    expect(start).toMatchObject({ template_id: 'server', storage: 20, size: 'own' });
    expect(defaults(known, read(''))).toMatchObject({ template_id: 'desktop', size: '3' });
  });
});
