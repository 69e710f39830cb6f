import { describe, expect, it } from 'vitest';
import { briefPlaces, isBlank, visibleColumns, withColumn, type Column } from './columns';

const cell = () => null;
const columns: Column<object>[] = [
  { id: 'name', header: 'Name', cell, main: true },
  { id: 'size', header: 'Size', cell },
  { id: 'state', header: 'State', cell, fixed: true },
  { id: 'month', header: 'A month', cell, hidden: true },
];
const shown = (cols: string) => visibleColumns(columns, cols).map(({ id }) => id);

describe('columns in the URL', () => {
  it('hide and show columns that differ from the default', () => {
    expect(shown('')).toEqual(['name', 'size', 'state']);
    expect(shown('-size.month')).toEqual(['name', 'state', 'month']);
    expect(visibleColumns(columns.slice(0, 3), '')).toHaveLength(3);
  });
  it('never hide the main column or a fixed one, and ignore unknown names', () => {
    expect(shown('-name.-state.-what.else')).toEqual(['name', 'size', 'state']);
  });
  it('are written as the difference from the default', () => {
    expect(withColumn(columns, '', 'size', false)).toBe('-size');
    expect(withColumn(columns, '-size', 'month', true)).toBe('-size.month');
    expect(withColumn(columns, '-size.month', 'size', true)).toBe('month');
    expect(withColumn(columns, 'month', 'month', false)).toBe('');
  });
});

describe('the places of a row of two lines', () => {
  const name: Column<object> = { id: 'name', header: 'Name', cell, main: true };
  const of = (id: string, more: Partial<Column<object>> = {}) => ({
    id,
    header: id,
    cell,
    ...more,
  });
  it('go to the first column for each, and leave the others to a tap', () => {
    const all = [name, of('state', { at: 'state' }), of('ip', { at: 'under' }), of('other')];
    expect(briefPlaces(all)).toEqual([undefined, 'state', 'under', 'rest']);
  });
  it('go to a text and a number where no column is for them', () => {
    const all = [name, of('size', { numeric: true }), of('kind'), of('menu', { end: 'menu' })];
    expect(briefPlaces(all)).toEqual([undefined, 'figure', 'under', undefined]);
  });
});

it('takes a value that is missing and shown as a dash for blank', () => {
  const column = (cell: string, sort: () => number | null): Column<null> => ({
    ...{ id: 'size', header: 'Size', cell: () => cell, sort },
  });
  expect(
    isBlank(
      column('–', () => null),
      null,
    ),
  ).toBe(true);
  expect(
    isBlank(
      column('–', () => 0),
      null,
    ),
  ).toBe(false);
  expect(
    isBlank(
      column('not set yet', () => null),
      null,
    ),
  ).toBe(false);
  const { sort: csv, ...unsorted } = column('–', () => null);
  expect(isBlank({ ...unsorted, ...(csv ? { csv } : {}) }, null)).toBe(true);
});
