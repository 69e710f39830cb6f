'use client';
import { useMemo } from 'react';
import { changeSearch, useSearch } from '../offers/url-search';
import {
  lineKey,
  readEstimate,
  withLine,
  writeEstimate,
  type EstimateInUrl,
  type EstimateLine,
} from './lines';

/** An estimate, and what changes it. All of it is in the URL. */
export interface Estimate extends EstimateInUrl {
  add: (line: EstimateLine) => void;
  /** Sets how many there are of a line. */
  setCount: (line: EstimateLine, count: number) => void;
  remove: (line: EstimateLine) => void;
  clear: () => void;
}

/** Changes the lines that the URL has now. */
function change(next: (lines: readonly EstimateLine[]) => readonly EstimateLine[], push: boolean) {
  const { search } = window.location;
  changeSearch(writeEstimate(search, next(readEstimate(search).lines)), push);
}

const changes = {
  add: (line: EstimateLine) => change((lines) => withLine(lines, line), true),
  setCount: (line: EstimateLine, count: number) =>
    change(
      (lines) => lines.map((one) => (lineKey(one) === lineKey(line) ? { ...one, count } : one)),
      false,
    ),
  remove: (line: EstimateLine) =>
    change((lines) => lines.filter((one) => lineKey(one) !== lineKey(line)), true),
  clear: () => change(() => [], true),
};

/** The estimate of the URL. The back button undoes what was added or removed. */
export function useEstimate(): Estimate {
  const search = useSearch();
  return useMemo(() => ({ ...readEstimate(search), ...changes }), [search]);
}
