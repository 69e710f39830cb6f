import { describe, expect, it } from 'vitest';
import { addressesInput } from './address';

const input = (query: string) => addressesInput('org-1', new URLSearchParams(query)).query;

describe('addressesInput', () => {
  it('asks for the first ten, in descending order', () =>
    expect(input('')).toEqual({ page: 1, per_page: 10, order_by: 'desc' }));
  it('takes search, order, rows and page from the URL', () =>
    expect(input('q=+203.0+&order=asc&rows=15&page=3')).toEqual({
      page: 3,
      per_page: 15,
      order_by: 'asc',
      search: '203.0',
    }));
  it('asks for nothing that A37 would refuse', () => {
    expect(input('q=+&order=name&rows=100&page=0')).toEqual(input(''));
    expect(input(`q=${'1'.repeat(200)}`)?.search).toHaveLength(100);
  });
});
