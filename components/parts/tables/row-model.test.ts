import { describe, expect, it } from 'vitest';
import type { Column, Filter } from './columns';
import { compare, makeArranger } from './row-model';
import type { ListState } from './use-list-state';

interface Machine {
  name: string;
  cost: number | null;
  state: string | null;
}
const machine = (name: string, cost: number | null, state: string | null = 'run'): Machine => ({
  name,
  cost,
  state,
});
const rows = [
  machine('a web-10 Jakarta', 2),
  machine('b Web-2 Jakarta', null, 'off'),
  machine('c db Bandung', 9, null),
  machine('d db', 2, 'off'),
];
const columns: Column<Machine>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name },
  { id: 'label', header: 'Label', cell: () => null, sort: ({ name }) => name.slice(2) },
  { id: 'cost', header: 'Cost', cell: () => null, sort: ({ cost }) => cost },
];
const options = ['run', 'off'].map((value) => ({ value, label: value }));
const filters: Filter<Machine>[] = [
  { id: 'state', label: 'State', options, of: ({ state }) => state },
  { id: 'zone', label: 'Zone', options },
];
const nothing: ListState = { q: '', sort: null, page: 1, filters: {}, cols: '' };

describe('arranging', () => {
  const arrange = makeArranger<Machine>();
  const names = (state: Partial<ListState>, of = rows) =>
    arrange({
      rows: of,
      columns,
      filters,
      searchText: ({ name }) => name,
      rowId: ({ name }) => name,
      state: { ...nothing, ...state },
    })
      .map(({ name }) => name[0])
      .join('');

  it('keeps the order of the backend', () => expect(names({})).toBe('abcd'));

  it('sorts with nulls last in both directions, and keeps the order of equal rows', () => {
    expect(names({ sort: { id: 'cost', desc: false } })).toBe('adcb');
    expect(names({ sort: { id: 'cost', desc: true } })).toBe('cadb');
    expect(names({ sort: { id: 'label', desc: false } })).toBe('dcba');
    expect(names({ sort: { id: 'name', desc: true } })).toBe('abcd'); // not sortable
    expect(names({ sort: { id: 'what', desc: true } })).toBe('abcd');
  });

  it('finds rows that contain every word, ignoring case', () => {
    expect(names({ q: 'jakarta WEB' })).toBe('ab');
    expect(names({ q: ' db ', sort: { id: 'cost', desc: true } })).toBe('cd');
    expect(names({ q: '  ' })).toBe('abcd');
    expect(names({ q: 'nowhere' })).toBe('');
  });

  it('filters by the value of a row, and ignores a filter that the backend applies', () => {
    expect(names({ filters: { state: 'off' } })).toBe('bd');
    expect(names({ filters: { state: 'off' }, q: 'web' })).toBe('b');
    expect(names({ filters: { zone: 'run' } })).toBe('abcd');
  });

  it('accepts new rows in the same list', () => {
    const sort = { id: 'cost', desc: false };
    expect(names({ sort })).toBe('adcb');
    expect(names({ sort }, [machine('e', 1), ...rows])).toBe('eadcb');
    expect(names({ sort })).toBe('adcb');
    expect(rows.map(({ name }) => name[0]).join('')).toBe('abcd');
  });
});

describe('compare', () => {
  it('orders numbers inside texts by size', () => {
    expect(['web-10', 'Web-2', 'api'].sort(compare)).toEqual(['api', 'Web-2', 'web-10']);
    expect([10, 9, 100].sort(compare)).toEqual([9, 10, 100]);
  });
});
