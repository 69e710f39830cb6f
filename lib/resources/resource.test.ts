import { describe, expect, it } from 'vitest';
import { vms } from './awanio';
import { aboutOf, pageOf, searchTextOf } from './resource';
import { addresses, instances, networks, snapshots, sshKeys, volumes } from './vps';

const volume = {
  id: 'v',
  name: null,
  size_gb: 20,
  storage_type: 'NVMe',
  status: null,
  location: 'Jakarta',
  location_id: '1',
  attached_to: { uuid: 'i', hostname: 'web-1' },
  price_per_hour: null,
  estimated_monthly_cost: null,
  created_at: null,
};

describe('a definition', () => {
  it('gives a change its subject, with its own page or the list', () => {
    expect(aboutOf(volumes)('toko', volume)).toEqual({
      kind: 'volume',
      id: 'v',
      name: 'v',
      href: '/vps/toko/volumes',
    });
    expect(aboutOf(networks)('toko', { uuid: 'n', name: 'dalam' }).href).toBe(
      '/vps/toko/networks/n',
    );
    expect(aboutOf(networks)('toko', { uuid: null, name: 'baru' })).toEqual({
      kind: 'network',
      id: '',
      name: 'baru',
      href: '/vps/toko/networks',
    });
    const place = { account: 'toko', instance: 'i' };
    expect(aboutOf(snapshots)(place, { id: 's', name: 'sebelum' }).href).toBe(
      '/vps/toko/instances/i/backups',
    );
  });

  it('uses the id of a thing without a name', () => {
    expect(addresses.name({ uuid: 'a', ip_address: null })).toBe('a');
    expect(instances.name({ uuid: 'i', hostname: null })).toBe('i');
    expect(sshKeys.name({ id: '7', title: null })).toBe('7');
    expect(vms.name({ uuid: 'u', title: null, hostname: 'db' })).toBe('db');
  });

  it('has search texts for its list, without missing values', () => {
    const text = searchTextOf(volumes)(volume);
    expect(text).toBe('v web-1 v NVMe Jakarta');
    expect(searchTextOf(volumes)({ ...volume, location: null })).not.toContain('null');
  });
});

describe('pageOf', () => {
  it('is the first page if the URL has no valid page', () => {
    const page = (text: string | null) => pageOf({ get: () => text });
    expect(['3', '0', '-1', 'x', '1.5', null].map(page)).toEqual([3, 1, 1, 1, 1, 1]);
  });
});
