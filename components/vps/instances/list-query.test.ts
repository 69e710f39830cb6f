import { describe, expect, it } from 'vitest';
import { statusGroup } from '@/lib/contract/states';
import { statusFilters } from '@/components/parts/machines/status-filters';
import { instancesInput } from './list-query';

const asked = (query: string) => instancesInput(new URLSearchParams(query)).query;

describe('instancesInput', () => {
  it('asks for the newest fifty by default', () => {
    expect(asked('')).toEqual({ limit: 50, page: 1, sort: 'create,desc' });
  });

  it('sends search, sort, filter and page to the backend', () => {
    expect(asked('q=web&sort=-cost&status=off&page=3')).toEqual({
      limit: 50,
      page: 3,
      sort: 'cost,desc',
      search: 'web',
      statuses: 'Stopped',
    });
    expect(asked('sort=create')?.sort).toBe('create,asc');
  });

  it('uses the default for what it can’t read', () => {
    expect(asked('sort=hostname&status=odd&page=-2&q=%20')).toEqual(asked(''));
  });

  it('filters by statuses of the group', () => {
    for (const filter of statusFilters) {
      const query = asked(`status=${filter}`);
      expect(query?.statuses?.length).toBeLessThanOrEqual(100); // the contract's limit
      for (const word of query?.statuses?.split(',') ?? []) expect(statusGroup(word)).toBe(filter);
    }
  });
});
