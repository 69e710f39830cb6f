import { expect, it } from 'vitest';
import type { Result } from '@/lib/contract/types';
import { placesChange, placesIn, placesOf } from './own-places';
import type { Scope } from './scopes';

const profile = (organizations: Record<string, number>, projects: Record<string, number> = {}) =>
  placesIn({
    organizations: Object.entries(organizations).map(([uuid, user_level]) => ({
      organization: { uuid, name: uuid.toUpperCase(), slug: null },
      user_level,
    })),
    projects: Object.entries(projects).map(([uuid, user_level]) => ({
      project: { uuid, name: null, slug: uuid },
      user_level,
    })),
  } as unknown as Result<'A04'>);

const before = profile({ kopi: 2, teh: 1 }, { toko: 2 });

it('finds nothing where nothing changed', () => {
  expect(placesChange(before, profile({ teh: 1, kopi: 2 }, { toko: 2 }))).toBeNull();
});

it('finds what was lost, lowered and gained', () => {
  const change = placesChange(before, profile({ kopi: 9, susu: 2 }));
  expect([...(change?.lost.keys() ?? [])]).toEqual(['o/teh', 'p/toko']);
  expect(change?.changed).toEqual([{ uuid: 'kopi', name: 'KOPI', level: 9, suspended: false }]);
  expect(change?.gained).toBe(true);
});

it('finds that the provider has suspended an organization that the page shows', () => {
  const scope = { kind: 'organization', key: 'o/kopi', label: 'Kopi', group: { org: 'kopi' } };
  const made = placesOf([{ ...scope, suspended: true }] as unknown as Scope[]);
  expect(placesChange(made, profile({ kopi: 2 }))).toMatchObject({ changed: [], suspension: true });
});

it('compares no level with what the page was made with, which knows only roles', () => {
  const scope = { kind: 'organization', key: 'o/kopi', label: 'Kopi', group: { org: 'kopi' } };
  const account = { kind: 'account', key: 'vps/toko' };
  const made = placesOf([scope, account] as unknown as Scope[]);
  expect(placesChange(made, profile({ kopi: 2 }))).toBeNull();
  expect(placesChange(made, profile({}))?.lost.get('o/kopi')?.name).toBe('Kopi');
});
