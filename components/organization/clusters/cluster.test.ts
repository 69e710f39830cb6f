import { describe, expect, it } from 'vitest';
import { clustersInput, costOf, isComing, isHighlyAvailable } from './cluster';

const node = { perHour: 100, perMonth: 72_000 };

describe('costOf', () => {
  it('counts the plan for each node, and the volume once', () => {
    expect(costOf({ node, volume: null }, 3)).toEqual({ perHour: 300, perMonth: 216_000 });
    expect(costOf({ node, volume: { perHour: 10, perMonth: 7200 } }, 3)).toEqual({
      perHour: 310,
      perMonth: 223_200,
    });
  });
  it('is unknown where a part is unknown', () => {
    const unknown = { perHour: null, perMonth: null };
    expect(costOf({ node, volume: unknown }, 1)).toEqual(unknown);
    expect(costOf({ node: unknown, volume: null }, 1)).toEqual(unknown);
    expect(costOf({ node, volume: null }, null)).toEqual(unknown);
  });
});

describe('isComing', () => {
  it('follows a cluster until it runs', () => {
    const states = ['pending', 'not_running', 'running', null];
    expect(states.map((status) => isComing({ status }))).toEqual([true, true, false, false]);
  });
});

it('tells high availability by the nodes', () => {
  expect([null, 1, 3].map((replica) => isHighlyAvailable({ replica }))).toEqual([
    false,
    false,
    true,
  ]);
});

it('asks for a page, and for nothing else', () => {
  const url = new URLSearchParams('page=2&q=web&sort=name');
  expect(clustersInput({ org: 'o', project: 'p' }, url)).toEqual({
    params: { group_type: 'projects', uuid: 'p' },
    query: { page: 2, per_page: 15 },
  });
});
