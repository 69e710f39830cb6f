'use client';
import { useCallback, useEffect, useState } from 'react';
import { ProblemError, type Problem } from '@/lib/problem';
import { useGroup } from '@/lib/query/scope';
import { groupParams } from '../../vms/group';
import { readObjects } from '../calls';
import type { ObjectRow } from '../object-columns';
import { findObjects, type Found } from './find';

export interface Finding {
  /** Null until everything is counted. */
  found: Found | null;
  /** Objects so far. */
  count: number;
  problem: Problem | null;
  again: () => void;
}

/** Counts what selected lines stand for, also in their folders. @param rows memoized, or of a state */
export function useFound(bucket: string, rows: readonly ObjectRow[]): Finding {
  const scope = useGroup();
  const [round, setRound] = useState(0);
  const [state, setState] = useState<Omit<Finding, 'again'>>(nothing);
  useEffect(() => {
    const control = new AbortController();
    const params = groupParams(scope);
    const read = (prefix: string, token: string, signal: AbortSignal) =>
      readObjects(params, { bucket, prefix, token, max: 1000, deep: true }, signal);
    const tell = (count: number) => setState({ ...nothing, count });
    findObjects(rows, read, control.signal, tell).then(
      (found) => {
        if (!control.signal.aborted) setState({ ...nothing, found, count: found.objects.length });
      },
      (error: unknown) => {
        if (control.signal.aborted) return;
        if (!(error instanceof ProblemError)) throw error;
        setState({ ...nothing, problem: error.problem });
      },
    );
    return () => control.abort();
  }, [scope, bucket, rows, round]);
  const again = useCallback(() => {
    setState(nothing);
    setRound((before) => before + 1);
  }, []);
  return { ...state, again };
}

const nothing = { found: null, count: 0, problem: null };
