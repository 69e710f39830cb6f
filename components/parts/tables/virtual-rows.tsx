'use client';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react';

export interface VirtualRowsProps {
  /** Ids of all rows, in order. */
  ids: readonly string[];
  /** How many cells a row has. */
  columns: number;
  line: (index: number, measure?: Ref<HTMLTableRowElement>) => ReactNode;
  /** How many rows the server renders. */
  first: number;
  /** Takes the way to a row that isn't drawn. */
  scrollRef: RefObject<((index: number) => void) | null>;
  /** Other rows are drawn. */
  onDrawn: () => void;
  /** How high a row is, once known; the list keeps it over searches. */
  height: number | null;
  onHeight: (height: number | null) => void;
}

/** The mean height of drawn rows; null where none is. */
function meanHeight(body: Element | null | undefined): number | null {
  const rows = [...(body?.querySelectorAll('tr[data-index]') ?? [])];
  if (rows.length === 0) return null;
  return rows.reduce((sum, row) => sum + row.getBoundingClientRect().height, 0) / rows.length;
}

/**
 * Rows drawn as the window scrolls. The server renders the first ones plain: spacers need inline heights,
 * which only the browser may set; and how high a row is, one line, two or a stack, is measured on them.
 */
export function VirtualRows(props: VirtualRowsProps) {
  const { height, onHeight, onDrawn } = props;
  const top = useRef<HTMLTableRowElement>(null);
  useLayoutEffect(() => {
    if (height === null) onHeight(meanHeight(top.current?.parentElement));
  }, [height, onHeight]);
  useLayoutEffect(onDrawn);
  if (height !== null) return <Rows {...props} height={height} />;
  return (
    <>
      <tr ref={top} aria-hidden className="hidden" />
      {props.ids.slice(0, props.first).map((_, index) => props.line(index))}
    </>
  );
}

function Rows({
  ids,
  columns,
  line,
  scrollRef,
  onDrawn,
  height,
  onHeight,
}: VirtualRowsProps & { height: number }) {
  const top = useRef<HTMLTableRowElement>(null);
  const [margin, setMargin] = useState(0);
  const virtual = useWindowVirtualizer({
    count: ids.length,
    estimateSize: () => height,
    overscan: 5,
    // Drawn with React's next turn: a flush at each scroll event is what makes slow machines stutter.
    useFlushSync: false,
    scrollMargin: margin,
    getItemKey: (index) => ids[index] ?? index,
    // Rows under the shell's bar are not in sight.
    scrollPaddingStart: 96,
    scrollPaddingEnd: 64,
  });
  const { measureElement, scrollToIndex, measure } = virtual;
  useLayoutEffect(() => {
    let width = window.innerWidth;
    const place = () => setMargin((top.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    const resized = () => {
      place();
      if (width === window.innerWidth) return;
      width = window.innerWidth; // rows may stack now, or lie flat again
      onHeight(meanHeight(top.current?.parentElement));
      measure();
    };
    place();
    window.addEventListener('resize', resized);
    return () => window.removeEventListener('resize', resized);
  }, [measure, onHeight]);
  useEffect(() => {
    scrollRef.current = (index) => scrollToIndex(index);
    return () => void (scrollRef.current = null);
  }, [scrollRef, scrollToIndex]);
  useLayoutEffect(onDrawn);
  const items = virtual.getVirtualItems();
  const before = (items[0]?.start ?? margin) - margin;
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin);
  return (
    <>
      <tr ref={top} aria-hidden>
        <td colSpan={columns} className="p-0" style={{ height: before }} />
      </tr>
      {items.map(({ index }) => line(index, measureElement))}
      <tr aria-hidden>
        <td colSpan={columns} className="p-0" style={{ height: Math.max(0, after) }} />
      </tr>
    </>
  );
}
