import { describe, expect, it } from 'vitest';
import { arrange, compare, search, type Column } from './columns';

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
  it('arranges rows, nulls last either way, equal ones as they came', () => {
    interface Machine {
      name: string;
      cost: number | null;
    }
    const rows: Machine[] = [
      { name: 'a', cost: 2 },
      { name: 'b', cost: null },
      { name: 'c', cost: 9 },
      { name: 'd', cost: 2 },
    ];
    const columns: Column<Machine>[] = [
      { id: 'name', header: 'Name', cell: ({ name }) => name },
      { id: 'cost', header: 'Cost', cell: () => null, sort: ({ cost }) => cost },
    ];
    const names = (id: string, desc: boolean, q = '') =>
      arrange(rows, columns, ({ name }) => name, { q, sort: { id, desc }, page: 1 })
        .map(({ name }) => name)
        .join('');
    expect(names('cost', false)).toBe('adcb');
    expect(names('cost', true)).toBe('cadb');
    expect(names('name', true)).toBe('abcd'); // not sortable
    expect(names('cost', true, 'D')).toBe('d');
    expect(rows.map(({ name }) => name).join('')).toBe('abcd');
  });
});
