import { describe, expect, it } from 'vitest';
import * as column from './column';
import type { Column } from './columns';
import { listSheet } from './list-sheet';

interface Item {
  name: string;
  cost: number | null;
  made: string;
}

describe('listSheet', () => {
  const cell = () => 'Rp1.000';
  it('takes the value for files, else the value to sort by, and leaves out columns without either', () => {
    const columns: Column<Item>[] = [
      { id: 'name', header: 'Name', cell, csv: ({ name }) => name, sort: () => 'x' },
      { id: 'look', header: 'Look', cell },
      column.money('cost', 'Cost', ({ cost }) => cost),
    ];
    const sheet = listSheet('List', columns, [{ name: 'a', cost: null, made: '' }]);
    expect(sheet.columns.map(({ header }) => header)).toEqual(['Name', 'Cost']);
    expect(sheet.rows).toEqual([['a', null]]);
  });

  it('knows the kinds of the columns, also in a list that the backend sorts', () => {
    const columns = column.unsorted<Item>([
      column.name('name', 'Name', ({ name }) => name),
      column.money('cost', 'Cost', ({ cost }) => cost),
      column.instant('made', 'Made', ({ made }) => made),
    ]);
    expect(listSheet('List', columns, []).columns.map(({ kind }) => kind)).toEqual([
      'number',
      'money',
      'instant',
    ]);
  });
});
