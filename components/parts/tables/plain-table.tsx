import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { briefPlaces, type Column, type Place } from './columns';
import { RowMore } from './row-more';

/**
 * A table with a few rows, also for server components. It has no search and no selection, and nothing in the URL.
 * @param columns `false` is left out; with a column of menus, use `MenuTable`
 * @param heads the header row, where it isn't plain: `HeadCells` for columns that can be sorted
 * @param foot rows after the others, such as a total
 */
export function PlainTable<Row>({
  caption,
  columns: given,
  rows,
  rowId,
  heads,
  foot,
}: {
  caption: string;
  columns: readonly (Column<Row> | false)[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  heads?: ReactNode;
  foot?: ReactNode;
}) {
  const columns = given.filter((column) => column !== false);
  const places = briefPlaces(columns);
  const more = places.includes('rest');
  return (
    // On wide screens it scrolls if it doesn't fit; on narrow ones it isn't a table.
    <div data-scrolls="plain" className="md:overflow-x-auto">
      <Table caption={caption}>
        {heads ?? (
          <TableHead>
            {columns.map(({ id, header, numeric, end }) => (
              <HeadCell key={id} numeric={numeric} className={end === 'menu' ? 'w-0' : undefined}>
                {end ? <span className="sr-only">{header}</span> : header}
              </HeadCell>
            ))}
          </TableHead>
        )}
        <TableBody>
          {rows.map((row) => (
            <TableRow key={rowId(row)} data-brief>
              {columns.map((column, index) => (
                <ColumnCell key={column.id} column={column} at={places[index]} row={row} />
              ))}
              {more ? <RowMore /> : null}
            </TableRow>
          ))}
          {foot}
        </TableBody>
      </Table>
    </div>
  );
}

function ColumnCell<Row>({
  column,
  at,
  row,
}: {
  column: Column<Row>;
  at: Place | undefined;
  row: Row;
}) {
  const { header, main, numeric, end } = column;
  const shown = column.cell(row);
  // On narrow screens a cell is a line, so an empty cell is hidden.
  const className = cx(column.className, shown === null && 'max-md:hidden!');
  if (end === 'menu')
    return (
      <Cell data-actions className={cx('w-0 text-right', className)}>
        {shown}
      </Cell>
    );
  return (
    <Cell {...{ main, numeric, className }} label={main || end ? undefined : header} data-at={at}>
      {shown}
    </Cell>
  );
}
