'use client';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { flushSync } from 'react-dom';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react';
import { useListener } from '@/components/ui/use-listener';

export interface VirtualRowsProps {
  /** Ids of all rows, in order. */
  ids: readonly string[];
  /** Cells of a row. */
  columns: number;
  line: (index: number, measure?: Ref<HTMLTableRowElement>) => ReactNode;
  /** Rows that the server renders. */
  first: number;
  /** Gets a function that scrolls to a row that isn't drawn. */
  scrollRef: RefObject<((index: number) => void) | null>;
  /** Called after other rows were drawn. */
  onDrawn: () => void;
  /** Height of a row, once measured; the list keeps it over searches. */
  height: number | null;
  onHeight: (height: number | null) => void;
  /** What `lazyNamed` shows if this code doesn't come. */
  instead: ReactNode;
}

/** The height that most rows have, the median of those drawn; null if there are none. */
function usualHeight(body: Element | null | undefined): number | null {
  const heights = [...(body?.querySelectorAll('tr[data-index]') ?? [])]
    .map((row) => row.getBoundingClientRect().height)
    .sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? null;
}

/**
 * The height of a row as it counts: the usual one where less than a pixel is between them. Each row of another height has the places
 * of all rows behind it computed anew, which for 100,000 rows takes milliseconds.
 */
function heightOf(row: Element, entry: ResizeObserverEntry | undefined, usual: number): number {
  const height = entry?.borderBoxSize[0]?.blockSize ?? row.getBoundingClientRect().height;
  return Math.abs(height - usual) < 1 ? usual : height;
}

/**
 * Draws rows while the window scrolls. The server renders the first ones plainly, since spacers need inline heights,
 * which only the browser may set. The height of a row is measured on the first ones.
 */
export function VirtualRows(props: VirtualRowsProps) {
  const { height, onHeight, onDrawn } = props;
  const top = useRef<HTMLTableRowElement>(null);
  useLayoutEffect(() => {
    if (height === null) onHeight(usualHeight(top.current?.parentElement));
  }, [height, onHeight]);
  useLayoutEffect(onDrawn);
  const printed = usePrinted();
  if (printed) return props.ids.map((_, index) => props.line(index));
  if (height !== null) return <Rows {...props} height={height} />;
  return (
    <>
      <tr ref={top} aria-hidden className="hidden" />
      {props.ids.slice(0, props.first).map((_, index) => props.line(index))}
    </>
  );
}

/** Whether the page is being printed: paper doesn't scroll, so all rows are drawn. */
function usePrinted(): boolean {
  const [printed, setPrinted] = useState(false);
  // The browser takes what is there when the event's listeners are done.
  useListener('beforeprint', () => flushSync(() => setPrinted(true)));
  useListener('afterprint', () => setPrinted(false));
  return printed;
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
  // Where this is a new function, the virtualizer computes the places of all rows anew.
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids]);
  const virtual = useWindowVirtualizer({
    count: ids.length,
    estimateSize: () => height,
    overscan: 5,
    // Drawn at React's next update: a flush at each scroll event makes slow machines stutter.
    useFlushSync: false,
    scrollMargin: margin,
    getItemKey,
    measureElement: (row, entry) => heightOf(row, entry, height),
    // The shell's bar covers the top rows.
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
      width = window.innerWidth; // rows may be stacked now, or flat again
      onHeight(usualHeight(top.current?.parentElement));
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
