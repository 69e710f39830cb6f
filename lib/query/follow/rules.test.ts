import { describe, expect, it } from 'vitest';
import english from '@/messages/en/activity.json';
import indonesian from '@/messages/id/activity.json';
import type { Entry } from './entries';
import { outcome, observationOf, type Observation } from './rules';
import { trackedChanges } from './tracked-changes';

const at = 1_000_000;
const entry = (change: Partial<Entry> = {}): Entry => ({
  line: 'l',
  kind: 'instance',
  id: 'i-1',
  name: 'web-1',
  ref: 'D10',
  account: 'main',
  state: 'running',
  at,
  ...change,
});
const sight = (status: string, flag = 0): Observation => ({
  id: 'i-1',
  name: 'web-1',
  status,
  flag,
});
const soon = at + 3_000;
const late = at + 60_000;

describe('outcome', () => {
  const cases: [string, Partial<Entry>, Observation | 'gone', number, string][] = [
    ['a start under way', {}, sight('Starting'), soon, 'running'],
    ['a start that is up', {}, sight('Running'), soon, 'done'],
    ['a start that the backend has not begun', {}, sight('Stopped'), soon, 'running'],
    ['a start that fell back', { begun: true }, sight('Stopped'), soon, 'failed'],
    ['a start that was never seen', {}, sight('Stopped'), late, 'lost'],
    ['a start with other work on it', {}, sight('Running', 1), soon, 'running'],
    ['a start that broke', { begun: true }, sight('Error'), soon, 'failed'],
    ['a restart not begun yet looks done', { ref: 'D12' }, sight('Running'), soon, 'done'],
    ['a delete under way', { ref: 'D09' }, sight('Stopping'), soon, 'running'],
    ['a delete that is through', { ref: 'D09' }, 'gone', soon, 'done'],
    ['a delete that shows as deleted', { ref: 'D09' }, sight('Deleted'), soon, 'done'],
    ['a delete that was given up', { ref: 'D09', begun: true }, sight('Running'), soon, 'failed'],
    ['a new machine that is not listed yet', { ref: 'D03' }, 'gone', soon, 'running'],
    ['a machine that somebody deleted meanwhile', {}, 'gone', late, 'lost'],
  ];
  it.each(cases)('%s', (_, change, seen, now, state) => {
    expect(outcome(entry(change), seen, now).state).toBe(state);
  });
  it('remembers that it was seen at work', () => {
    expect(outcome(entry(), sight('Starting'), soon).begun).toBe(true);
  });
});

describe('sightOf', () => {
  const row = { uuid: 'i-1', hostname: 'web-1', status: 'Running', operation_flag: 0 };
  const list = (rows: object[], lastPage: number) => ({
    data: rows,
    page: { page: 1, per_page: 50, total: 1, last_page: lastPage },
    active_operations: 0,
  });

  it('finds a thing in lists and details', () => {
    expect(observationOf(entry(), 'D02', {}, list([row], 9))).toMatchObject({ status: 'Running' });
    expect(observationOf(entry(), 'D04', {}, row)).toMatchObject({ status: 'Running' });
    expect(observationOf(entry(), 'D64', {}, list([], 1))).toBeNull();
  });
  it('takes it for gone only where the answer holds all there are', () => {
    expect(observationOf(entry(), 'D02', {}, list([], 1))).toBe('gone');
    expect(observationOf(entry(), 'D02', {}, list([], 2))).toBeNull();
    expect(observationOf(entry(), 'D02', { query: { search: 'db' } }, list([], 1))).toBeNull();
    expect(observationOf(entry(), 'D04', {}, { ...row, uuid: 'i-2' })).toBeNull();
  });
  it('looks for a VM in its own group, by its name where no id is known', () => {
    const within = { group_type: 'organizations', uuid: 'o-1' };
    const vm = entry({ kind: 'vm', ref: 'A24', account: '', id: '', within });
    const answer = { data: [{ uuid: 'v-1', hostname: 'web-1', status: 'Running' }], page: null };
    expect(observationOf(vm, 'A25', { params: within }, answer)).toMatchObject({ id: 'v-1' });
    expect(observationOf(vm, 'A25', { params: { ...within, uuid: 'o-2' } }, answer)).toBeNull();
  });
  it('follows a snapshot of a machine until it is active, failed or gone', () => {
    const within = { instance_uuid: 'i-1' };
    const made = entry({ kind: 'snapshot', ref: 'D25', id: '', name: 'before', within });
    const seen = (change: Entry, status: string | null) => {
      const data = status === null ? [] : [{ id: 's-1', name: 'before', status }];
      const found = observationOf(change, 'D23', { params: within }, { data });
      return found && outcome(change, found, soon).state;
    };
    const words = ['Creating', 'Active', 'Error'];
    expect(words.map((word) => seen(made, word))).toEqual(['running', 'done', 'running']);
    expect(seen({ ...made, begun: true }, 'Error')).toBe('failed');
    const removed = { ...made, ref: 'D27', id: 's-1' } as const;
    expect([seen(removed, 'Removing'), seen(removed, null)]).toEqual(['running', 'done']);
    expect(
      observationOf(made, 'D23', { params: { instance_uuid: 'i-2' } }, { data: [] }),
    ).toBeNull();
  });
});

describe('words', () => {
  it('has some for every change that is listed, and no others', () => {
    const refs = Object.keys(trackedChanges).sort();
    expect(Object.keys(english.verbs).sort()).toEqual(refs);
    expect(Object.keys(indonesian.verbs).sort()).toEqual(refs);
  });
});
