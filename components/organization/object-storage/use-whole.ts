'use client';
/** The whole of a folder, read and sorted while it is wanted. */
import { useCallback, useEffect, useState } from 'react';
import { ProblemError, type Problem } from '@/lib/problem';
import { useGroup } from '@/lib/query/scope';
import type { GroupScope } from '@/lib/paths';
import { groupParams } from '../vms/group';
import { readObjects } from './calls';
import { entryId } from './folders';
import type { ObjectRow } from './object-columns';
import type { Folder } from './use-folder';
import { readWhole, sortRows, type FolderSort, type Whole } from './whole';

/** Lines that a call answers. */
const pageLines = 1000;
/** Lets the browser do what waits. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

interface Reading {
  /** What is read: another folder or search is another reading. */
  of: string;
  /** Lines so far. */
  count: number;
  whole: Whole | null;
  problem: Problem | null;
}

/** Reads a whole folder. @returns stops it */
function read(
  scope: GroupScope,
  { bucket, name, start }: Folder,
  tell: (change: Omit<Reading, 'of'>) => void,
): () => void {
  const control = new AbortController();
  const { signal } = control;
  const params = groupParams(scope);
  const page = (token: string) =>
    readObjects(params, { bucket, prefix: name + start, token, max: pageLines }, signal);
  const said = { count: 0, whole: null, problem: null };
  void readWhole(name, page, signal, (count) => tell({ ...said, count })).then(
    (whole) => tell({ ...said, count: whole.rows.length, whole }),
    (error: unknown) => {
      if (signal.aborted) return;
      if (!(error instanceof ProblemError)) throw error;
      tell({ ...said, problem: error.problem });
    },
  );
  return () => control.abort();
}

export interface WholeFolder {
  /** All lines in the asked order; null until they are read and sorted. */
  rows: readonly ObjectRow[] | null;
  /** Lines that were read so far. */
  count: number;
  more: boolean;
  problem: Problem | null;
  again: () => void;
  /** Takes lines away that are deleted. */
  drop: (ids: ReadonlySet<string>) => void;
}

/** @param wanted whether it is read @param sort null for the store's order */
export function useWhole(folder: Folder, wanted: boolean, sort: FolderSort | null): WholeFolder {
  const scope = useGroup();
  const [round, setRound] = useState(0);
  const { bucket, name, start } = folder;
  const of = JSON.stringify([bucket, name, start, round]);
  const [reading, setReading] = useState<Reading | null>(null);
  const now = reading?.of === of ? reading : null;
  useEffect(() => {
    if (!wanted) return;
    const stop = read(scope, folder, (change) => setReading({ of, ...change }));
    return () => {
      stop();
      // What is half read is of no use, and what is whole costs memory.
      setReading(null);
    };
    // The folder's functions change with its page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted, scope, of]);
  const whole = now?.whole ?? null;
  const sorted = useSorted(of, whole, sort);
  return {
    rows: sorted,
    count: now?.count ?? 0,
    more: whole?.more ?? false,
    problem: now?.problem ?? null,
    again: useCallback(() => setRound((before) => before + 1), []),
    drop: useCallback(
      (ids) =>
        setReading((before) => {
          if (!before?.whole) return before;
          const rows = before.whole.rows.filter((row) => !ids.has(entryId(row)));
          return { ...before, whole: { ...before.whole, rows } };
        }),
      [],
    ),
  };
}

/** The sorted lines; those of the last order while they are sorted anew. @param of what they are lines of */
function useSorted(
  of: string,
  whole: Whole | null,
  sort: FolderSort | null,
): readonly ObjectRow[] | null {
  const [sorted, setSorted] = useState<{ of: string; rows: readonly ObjectRow[] } | null>(null);
  const [by, desc] = [sort?.by ?? 'name', sort?.desc ?? false];
  useEffect(() => {
    if (!whole) return;
    let current = true;
    void sortRows(whole.rows, { by, desc }, pause).then((rows) => {
      if (current) setSorted({ of, rows });
    });
    return () => void (current = false);
  }, [of, whole, by, desc]);
  return whole && sorted?.of === of ? sorted.rows : null;
}
