import { describe, expect, it } from 'vitest';
import en from '@/messages/en/bare-metal.json';
import { maasGroup, maasState, maasStates } from './maas';
import { wordOf, withPage, type Metal } from './metal';

const rows = (...uuids: string[]) => uuids.map((uuid) => ({ uuid }) as Metal);
const pageOf = (total: number, ...uuids: string[]) => ({
  data: rows(...uuids),
  page: { page: 1, per_page: 2, total, last_page: Math.ceil(total / 2) },
});
const ids = (all: readonly Metal[]) => all.map(({ uuid }) => uuid).join('');

describe('withPage', () => {
  it('adds a page, and asks for the next one until all rows are there', () => {
    const second = withPage(rows('a', 'b'), pageOf(5, 'c', 'd'));
    expect([ids(second.rows), second.more]).toEqual(['abcd', true]);
    const third = withPage(second.rows, pageOf(5, 'e'));
    expect([ids(third.rows), third.more]).toEqual(['abcde', false]);
  });
  it('stops where the backend answers the first page again', () => {
    const again = withPage(rows('a', 'b'), pageOf(5, 'a', 'b'));
    expect([ids(again.rows), again.more]).toEqual(['ab', false]);
  });
});

describe('maasState', () => {
  it('knows a word however it is spelt', () => {
    expect(maasState('Failed to enter rescue mode')).toBe('failedToEnterRescueMode');
    expect(maasState('FAILED_DEPLOYMENT')).toBe('failedDeployment');
    expect(maasGroup('Deployed')).toBe('run');
  });
  it('leaves words that MAAS has not', () => {
    expect([maasState('Zapping'), maasState(null), maasGroup('Zapping')]).toEqual([
      null,
      null,
      'unknown',
    ]);
  });
  it('has a name and an explanation for each', () => {
    expect(Object.keys(en.states).toSorted()).toEqual(maasStates.toSorted());
  });
});

it('takes the state from the machine first', () => {
  const machine = { status_name: 'Ready' } as Metal['machine'];
  expect(wordOf({ machine, status: 'x' })).toBe('Ready');
  expect(wordOf({ machine: null, status: 'x' })).toBe('x');
});
