'use client';
import { memo, type ReactNode, type Ref } from 'react';
import { Cell, TableRow } from '@/components/ui/table';
import { isBlank, type Column, type Place } from './columns';
import { RowMore } from './row-more';

export interface ListRowProps<Row> {
  row: Row;
  id: string;
  /** Position in the whole list, from 0. */
  index: number;
  columns: readonly Column<Row>[];
  /** The columns' places in a row of two lines (`briefPlaces`). */
  places: readonly (Place | undefined)[];
  /** The row is in the tab order; the others are reached by arrow keys. */
  active: boolean;
  /** Selects the row; without it there is no checkbox. */
  toggle?: ((id: string, range: boolean) => void) | undefined;
  chosen: boolean;
  /** Label of its checkbox. */
  pick?: string | undefined;
  menu?: ((row: Row) => ReactNode) | undefined;
  /** Used by virtual rows, which measure it. */
  measure?: Ref<HTMLTableRowElement> | undefined;
}

/** A row. It is drawn again only when its props change: polls return the same objects for equal rows. */
export const ListRow = memo(DrawnLine) as typeof DrawnLine;

function DrawnLine<Row>(props: ListRowProps<Row>) {
  const { row, id, index, columns, places, active, toggle, chosen, pick, menu, measure } = props;
  return (
    <TableRow
      ref={measure}
      data-brief
      data-index={index}
      tabIndex={active ? 0 : -1}
      data-chosen={chosen || undefined}
    >
      {toggle ? (
        <Cell data-pick className="w-0 !pr-0">
          <Pick label={pick ?? id} chosen={chosen} onPick={(range) => toggle(id, range)} />
        </Cell>
      ) : null}
      {columns.map((column, at) => (
        <Cell
          key={column.id}
          label={column.header}
          numeric={column.numeric}
          main={column.main}
          data-at={places[at]}
          data-blank={isBlank(column, row) || undefined}
        >
          {column.cell(row)}
        </Cell>
      ))}
      {menu ? (
        <Cell data-actions className="w-0 text-right">
          {menu(row)}
        </Cell>
      ) : null}
      {places.includes('rest') ? <RowMore /> : null}
    </TableRow>
  );
}

function Pick({
  label,
  chosen,
  onPick,
}: {
  label: string;
  chosen: boolean;
  onPick: (range: boolean) => void;
}) {
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={chosen}
      // Only the click tells the shift key; the space bar sends a click, too.
      onClick={(event) => onPick(event.shiftKey)}
      onChange={() => {}}
      className="accent-accent block size-4"
    />
  );
}
