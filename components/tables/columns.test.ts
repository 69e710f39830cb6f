import { describe, expect, it } from 'vitest';
import { compare, search } from './columns';

describe('columns', () => {
  it('orders as people do', () => {
    expect(['web-10', null, 'Web-2', 'api'].sort(compare)).toEqual([
      'api',
      'Web-2',
      'web-10',
      null,
    ]);
    expect([10, 9, null, 100].sort(compare)).toEqual([9, 10, 100, null]);
  });
  it('finds rows that hold every word', () => {
    const rows = ['Web 10.0.0.1 Jakarta', 'db 10.0.0.2 Jakarta'];
    expect(search(rows, (row) => row, 'jakarta WEB')).toEqual([rows[0]]);
    expect(search(rows, (row) => row, '  ')).toEqual(rows);
  });
});
