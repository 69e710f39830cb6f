// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { readLasting } from '@/lib/query/storage';
import {
  belongs,
  downloadedIn,
  forgetDownloaded,
  keepDownloaded,
  standing,
  type Downloaded,
} from './kubeconfigs';

const me = 'awanio:a';
const row = (
  uuid: string,
  ends: string,
  scope: Downloaded['scope'] = { org: 'o' },
): Downloaded => ({
  uuid,
  name: uuid,
  context: `${uuid}-1`,
  scope,
  ends,
});
const kept = () => downloadedIn(readLasting(me, 'kubeconfigs'));

beforeEach(() => localStorage.clear());

it('keeps the last kubeconfig of each cluster, what ends first being first', () => {
  const [one, two] = [
    row('one', '2028-01-01T00:00:00.000Z'),
    row('two', '2027-01-01T00:00:00.000Z'),
  ];
  for (const each of [row('one', '2026-01-01T00:00:00.000Z'), two, one]) keepDownloaded(me, each);
  expect(kept()).toEqual([two, one]);
  forgetDownloaded(me, 'two');
  expect(kept()).toEqual([one]);
  forgetDownloaded(me, 'one');
  expect(localStorage).toHaveLength(0);
});

it('reads what is broken, or written by another version, as nothing', () => {
  const good = { name: 'web', context: 'web-1', org: 'o', ends: '2026-01-01T00:00:00Z' };
  const broken = { a: 3, b: '2026-01-01T00:00:00Z', c: { ...good, ends: 'soon' }, d: null };
  expect(downloadedIn({ ...broken, e: good, f: { ...good, org: 1 } })).toHaveLength(1);
  expect(downloadedIn(null)).toEqual([]);
});

it('shows each where its cluster is', () => {
  const rows = [
    row('own', '2026-01-01'),
    row('in project', '2026-01-01', { org: 'o', project: 'p' }),
  ];
  const at = (place: Downloaded['scope'] | null, whole = false) =>
    rows.filter((each) => belongs(each, place, whole)).map(({ uuid }) => uuid);
  expect(at(null)).toEqual(['own', 'in project']);
  expect(at({ org: 'o' })).toEqual(['own']);
  expect(at({ org: 'o' }, true)).toEqual(['own', 'in project']);
  expect(at({ org: '-', project: 'p' })).toEqual(['in project']);
  expect(at({ org: 'other' }, true)).toEqual([]);
});

it('warns from 30 days before, and never calls an ended one valid', () => {
  const now = Date.parse('2026-06-01T00:00:00Z');
  expect(standing('2026-07-02T00:00:00Z', now)).toEqual({ state: 'valid', days: 31 });
  expect(standing('2026-07-01T00:00:00Z', now)).toEqual({ state: 'soon', days: 30 });
  expect(standing('2026-06-01T00:00:00Z', now)).toEqual({ state: 'ended', days: 0 });
});
