import { describe, expect, it, vi } from 'vitest';
import { problem } from '@/lib/problem';
import { readChecklist, readKeptChecklist, withKept, type KeptChecklist } from './checklist';
import { organizationPlace, type Place } from './places';

const kopi = organizationPlace('kopi', 'Kopi');
const toko: Place = { key: 'p/toko', name: 'Toko', group: { org: 'kopi', project: 'toko' } };

const vm = (uuid: string) => ({
  uuid,
  title: uuid,
  hostname: null,
  ip_addresses: ['203.0.113.7'],
  private_ip_address_v4: null,
});

type Answer = unknown;
const reading = (answers: Record<string, (uuid: string) => Answer>) =>
  vi.fn((ref: string, { params }: { params: { uuid: string } }) => {
    const answer = (answers[ref] ?? (() => ({ data: [] })))(params.uuid);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
const made = (read: ReturnType<typeof reading>, places = [kopi, toko]) =>
  readChecklist(places, read as never, undefined, { sleep: () => Promise.resolve() });

describe('readChecklist', () => {
  it('lists what stands in each place, and names what could not be read', async () => {
    const read = reading({
      A25: (uuid) => (uuid === 'kopi' ? { data: [vm('web')] } : problem('no_access', 403, '')),
      A28: () => problem('not_offered', 501, ''),
      A57: () => problem('not_offered', 501, ''),
      A55: (uuid) =>
        uuid === 'kopi'
          ? {
              uuid: 's',
              subdomain_name: 'kopi.s3',
              custom_domain_name: null,
              buckets: [{ name: 'a' }],
            }
          : problem('not_found', 404, ''),
    });
    const list = await made(read);
    expect(list.places.map(({ things }) => things)).toEqual([
      [
        { kind: 'vm', id: 'web', name: 'web', detail: '203.0.113.7' },
        { kind: 'store', id: 's', name: 'kopi.s3', detail: 'a' },
      ],
      [],
    ]);
    const told = list.unread.map(({ place, kind, code }) => `${place.key} ${kind} ${code}`);
    expect(told.toSorted()).toEqual([
      'o/kopi baremetal not_offered',
      'p/toko baremetal not_offered',
      'p/toko vm no_access',
    ]);
  });

  it('waits where the limit says so', async () => {
    let first = true;
    const read = reading({
      A25: () => {
        if (!first) return { data: [vm('web')] };
        first = false;
        return problem('too_many_requests', 429, '', { retryAfter: 1 });
      },
      A57: () => problem('not_found', 404, ''),
    });
    const list = await made(read, [kopi]);
    expect(list.places[0]?.things).toHaveLength(1);
    expect(list.unread).toEqual([]);
  });
});

const kept: KeptChecklist = {
  version: 1,
  at: '2026-11-28T00:00:00Z',
  by: 'Budi',
  organization: 'Kopi',
  person: { uuid: 'sari', name: 'Sari', username: null },
  places: [
    { place: kopi, things: [] },
    { place: toko, things: [{ kind: 'vm', id: 'db', name: 'db', detail: null }] },
  ],
  unread: [{ place: toko, kind: 'cluster', code: 'not_offered' }],
};

it('adds what was kept of places that the person has left since', () => {
  const now = { places: [{ place: kopi, things: [] }], unread: [] };
  expect(withKept(now, kept)).toEqual({ places: kept.places, unread: kept.unread });
  expect(withKept(now, null)).toBe(now);
});

it('reads a kept list, and nothing else', () => {
  expect(readKeptChecklist(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  for (const wrong of [null, {}, { ...kept, version: 2 }, { ...kept, places: [{}] }])
    expect(readKeptChecklist(wrong)).toBeNull();
});
