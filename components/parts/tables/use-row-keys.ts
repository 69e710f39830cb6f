'use client';
/** Keyboard navigation of rows: one row is in the tab order, and arrow keys move from there. */
import {
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { useListener } from '@/components/ui/use-listener';
import { singleKeysOn, turnedOff } from '@/lib/single-keys';

/** Elements that handle keys themselves. */
const elsewhere =
  'dialog, [popover], [role=menu], [role=listbox], input:not([type=checkbox]), textarea, select';

const rowAt = (box: HTMLElement | null, index: number) =>
  box?.querySelector<HTMLElement>(`tr[data-index="${index}"]`) ?? null;

/** The index of the row that a key moves to; null for other keys. */
function nextIndex(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown' || key === 'j') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp' || key === 'k') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

function press(row: Element, selector: string): boolean {
  const target = row.querySelector<HTMLElement>(selector);
  target?.click();
  return target !== null;
}

/** Runs a key's action on the row. @returns whether the key had one */
function act(event: KeyboardEvent, row: HTMLElement): boolean {
  if (event.key === 'Enter') return press(row, '[data-main] a');
  if (event.key === '.' || event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'))
    return press(row, '[data-actions] button');
  return false;
}

/** What a list needs for keyboard navigation. */
export interface RowKeys {
  /** The row in the tab order. */
  active: number;
  /** Handler for the box around the table. */
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (event: FocusEvent) => void;
  onBlur: () => void;
  /** Virtual rows put a function here that scrolls to a row. */
  scrollRef: RefObject<((index: number) => void) | null>;
  /**
   * Virtual rows call it after drawing other rows, so that the target row, or the row that lost the focus, is focused.
   */
  onDrawn: () => void;
}

/**
 * @param ids of the rows shown, in order
 * @param toggle selects a row; without it the space bar does nothing
 */
export function useRowKeys(
  box: RefObject<HTMLElement | null>,
  ids: readonly string[],
  toggle: ((id: string, range: boolean) => void) | undefined,
): RowKeys {
  const [activeId, setActiveId] = useState<string | null>(null);
  const scrollRef = useRef<((index: number) => void) | null>(null);
  const wanted = useRef<number | null>(null);
  /** The row with the focus. When a row is drawn again, its element and the focus are lost. */
  const held = useRef<string | null>(null);
  const active = Math.max(0, activeId === null ? 0 : ids.indexOf(activeId));

  const onDrawn = () => {
    const lost = held.current !== null && document.activeElement === document.body;
    const at = wanted.current ?? (lost ? ids.indexOf(held.current ?? '') : null);
    if (at === null) return;
    const row = rowAt(box.current, at);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  };
  const go = (index: number) => {
    const id = ids[index];
    if (id === undefined) return;
    setActiveId(id);
    const row = rowAt(box.current, index);
    if (row) return row.focus();
    wanted.current = index;
    scrollRef.current?.(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (turnedOff(event.key)) return;
    if (!(event.target instanceof HTMLElement) || !box.current?.contains(event.target)) return;
    const row = event.target.closest<HTMLElement>('tr[data-index]');
    if (!row || event.target.closest(elsewhere)) return;
    const at = Number(row.dataset.index);
    const onRow = event.target === row;
    if (!onRow && (event.key === 'Home' || event.key === 'End')) return;
    const next = nextIndex(event.key, at, ids.length);
    const id = ids[at];
    if (next !== null) go(next);
    else if (!onRow) return;
    else if (event.key === ' ' && toggle && id !== undefined) toggle(id, event.shiftKey);
    else if (!act(event, row)) return;
    event.preventDefault();
  };
  const onFocus = (event: FocusEvent) => {
    const row =
      event.target instanceof Element && event.target.closest<HTMLElement>('tr[data-index]');
    const id = row ? ids[Number(row.dataset.index)] : undefined;
    held.current = id ?? null;
    if (id !== undefined) setActiveId(id);
  };
  const onBlur = () => void (held.current = null);
  return { active, onKeyDown, onFocus, onBlur, scrollRef, onDrawn };
}

/** `/` focuses the search, unless the person is typing or a dialog is open. */
export function useSlash(input: RefObject<HTMLInputElement | null>): void {
  useListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (turnedOff('/')) return;
    const at = event.target instanceof Element ? event.target : null;
    if (at?.closest(`${elsewhere}, [contenteditable]`) || document.querySelector('dialog:modal'))
      return;
    event.preventDefault();
    input.current?.focus();
    input.current?.select();
  });
  useLayoutEffect(() => {
    if (singleKeysOn()) input.current?.setAttribute('aria-keyshortcuts', '/');
  }, [input]);
}
