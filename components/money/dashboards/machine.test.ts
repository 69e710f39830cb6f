import { describe, expect, it } from 'vitest';
import type { Row } from '@/lib/contract/types';
import { countByGroup, noteworthy, ofInstance, ofVm, type Machine } from './machine';

describe('ofVm', () => {
  const vm = {
    uuid: 'fake-vm',
    title: null,
    hostname: 'web',
    status: 'running',
    ip_addresses: [],
    private_ip_address_v4: '10.0.0.4',
    pricing: null,
    updated_at: null,
    created_at: '2026-01-01T00:00:00Z',
  } as unknown as Row<'A25'>;
  it('falls back to the next value if one is missing', () => {
    expect(ofVm(vm, 'Toko', '/o/x/vms/fake-vm')).toMatchObject({
      name: 'web',
      address: '10.0.0.4',
      perHour: null,
      created: '2026-01-01T00:00:00Z',
      changed: '2026-01-01T00:00:00Z',
      changedBy: 'created',
      group: 'run',
    });
  });
});

describe('ofInstance', () => {
  const instance = (status: string, operation_flag: number) =>
    ofInstance({ uuid: 'fake', hostname: 'db', status, operation_flag } as Row<'D02'>, 'VPS', '/x');
  it('counts a running machine with an action under way as busy, and a failed one as error', () => {
    expect(instance('Running', 0).group).toBe('run');
    expect(instance('Running', 1).group).toBe('busy');
    expect(instance('Error', 1).group).toBe('error');
  });
});

const machine = (id: string, group: Machine['group'], changed: string | null) =>
  ({ id, name: id, href: '/', place: 'x', group, changed }) as Machine;
const machines = [
  machine('a', 'run', '2026-01-03T00:00:00Z'),
  machine('b', 'busy', '2026-01-01T00:00:00Z'),
  machine('c', 'off', null),
  machine('d', 'error', '2025-01-01T00:00:00Z'),
  machine('e', 'run', '2026-01-02T00:00:00Z'),
];

describe('all machines together', () => {
  it('are counted by group', () => {
    expect(countByGroup(machines)).toEqual({ run: 2, off: 1, busy: 1, error: 1, unknown: 0 });
  });
  it('are sorted: errors first, then actions under way, then the latest change', () => {
    expect(noteworthy(machines, 4).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'e']);
  });
});
