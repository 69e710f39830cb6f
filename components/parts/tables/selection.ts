'use client';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';

type Ids = ReadonlySet<string>;
const none: Ids = new Set();

/** The selected ids after a click on a row: toggled, or with `from` all rows between the two set as the clicked one. */
export function pick(chosen: Ids, shown: readonly string[], id: string, from: string | null): Ids {
  const next = new Set(chosen);
  const on = !chosen.has(id);
  const [a, b] = [from === null ? -1 : shown.indexOf(from), shown.indexOf(id)];
  const range = a < 0 || b < 0 ? [id] : shown.slice(Math.min(a, b), Math.max(a, b) + 1);
  for (const each of range) {
    if (on) next.add(each);
    else next.delete(each);
  }
  return next;
}

/** The selected rows, and functions that change the selection. */
export interface Selection<Row> {
  /** The selected rows among those shown, in order. Rows that search, filter or a poll removed don't count. */
  rows: readonly Row[];
  has: (id: string) => boolean;
  all: boolean;
  /** @param range selects all rows from the last selected one to this one */
  toggle: (id: string, range: boolean) => void;
  toggleAll: () => void;
  clear: () => void;
}

/**
 * The selection, by row ids, so that it survives polls and sorting.
 * @param shownIds the ids of `shown`, memoized: of 100,000 rows, making them and hashing them anew takes longer than the rest
 */
export function useSelection<Row>(
  shown: readonly Row[],
  shownIds: readonly string[],
): Selection<Row> {
  const [chosen, setChosen] = useState<Ids>(none);
  const ids = useRef<readonly string[]>([]);
  const last = useRef<string | null>(null);
  useLayoutEffect(() => {
    ids.current = shownIds;
  }, [shownIds]);
  const rows = useMemo(
    () => (chosen.size === 0 ? [] : shown.filter((_, at) => chosen.has(shownIds[at] ?? ''))),
    [chosen, shown, shownIds],
  );
  const all = shown.length > 0 && rows.length === shown.length;
  const toggle = useCallback((id: string, range: boolean) => {
    const from = range ? last.current : null;
    last.current = id;
    setChosen((before) => pick(before, ids.current, id, from));
  }, []);
  const toggleAll = useCallback(() => {
    last.current = null;
    setChosen(all ? none : new Set(ids.current));
  }, [all]);
  const clear = useCallback(() => setChosen(none), []);
  const has = useCallback((id: string) => chosen.has(id), [chosen]);
  return { rows, has, all, toggle, toggleAll, clear };
}
