'use client';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';

export interface VirtualRowsProps<Row> {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** How many cells a row has. */
  columns: number;
  line: (row: Row) => ReactNode;
  /** How many rows the server renders. */
  first: number;
}

const never = () => () => {};

/**
 * Rows drawn as the window scrolls. The server renders the first ones plain: spacers need inline
 * heights, which only the browser may set. Default export because `lazy` asks for one.
 */
export default function VirtualRows<Row>(props: VirtualRowsProps<Row>) {
  const mounted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return mounted ? <Rows {...props} /> : <>{props.rows.slice(0, props.first).map(props.line)}</>;
}

function Rows<Row>({ rows, rowId, columns, line }: VirtualRowsProps<Row>) {
  const top = useRef<HTMLTableRowElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    setMargin((top.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 37,
    overscan: 12,
    scrollMargin: margin,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : rowId(row);
    },
  });
  const items = virtual.getVirtualItems();
  const before = (items[0]?.start ?? margin) - margin;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin);
  return (
    <>
      <tr ref={top} aria-hidden>
        <td colSpan={columns} className="p-0" style={{ height: before }} />
      </tr>
      {items.map(({ index }) => {
        const row = rows[index];
        return row === undefined ? null : line(row);
      })}
      <tr aria-hidden>
        <td colSpan={columns} className="p-0" style={{ height: Math.max(0, after) }} />
      </tr>
    </>
  );
}
