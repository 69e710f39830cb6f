'use client';
/** Searches every scope for the typed text, and says which scopes couldn't be searched. */
import { useQueries } from '@tanstack/react-query';
import { createContext, useContext, useDeferredValue, useEffect, useState } from 'react';
import { useScope, useShell } from '@/components/parts/shell/context';
import type { Scope } from '@/components/parts/shell/scopes';
import { ProblemError, type Problem } from '@/lib/problem';
import { request } from '@/lib/query/fetcher';
import { usePerson } from '@/lib/query/person';
import { backendKey } from '@/lib/query/key';
import { textOfThing } from './commands';
import type { Entry } from './entry';
import type { AnyAsk, AnySource } from './source';

/** The sources that the palette searches. */
export const Sources = createContext<readonly AnySource[]>([]);

/** Fewest typed characters for a search of the accounts. */
const minQueryLength = 2;
/** Most scopes that are searched, since each costs calls. The current scope comes first. */
const mostScopes = 12;
/** Milliseconds for which the palette reuses an answer. */
const freshFor = 30_000;

/** The result of a search so far. */
export interface PaletteSearch {
  entries: readonly Entry[];
  /** Labels of scopes that are being searched. */
  waiting: readonly string[];
  failed: readonly { scope: Scope; problem: Problem }[];
  /** Labels of scopes that were searched only in part. */
  partly: readonly string[];
  /** Number of scopes beyond `mostScopes`, which were not searched. */
  unasked: number;
  retry: () => void;
}

interface Part {
  scope: Scope;
  source: AnySource;
  ask: AnyAsk;
}

function partsOf(
  sources: readonly AnySource[],
  scopes: readonly Scope[],
  here: Scope | null,
): { parts: Part[]; unasked: number } {
  const all = sources.flatMap((source) =>
    scopes.flatMap((scope): Part[] => {
      const ask = source.all(scope);
      return ask ? [{ scope, source, ask }] : [];
    }),
  );
  const near = (part: Part) => (part.scope.key === here?.key ? 0 : 1);
  const sorted = all.sort((a, b) => near(a) - near(b));
  const asked = [...new Set(sorted.map(({ scope }) => scope.key))].slice(0, mostScopes);
  const parts = sorted.filter(({ scope }) => asked.includes(scope.key));
  return { parts, unasked: new Set(sorted.map(({ scope }) => scope.key)).size - asked.length };
}

/** The typed text, after a pause in typing. */
function useSettled(q: string): string {
  const [settled, settle] = useState(q);
  useEffect(() => {
    const timer = setTimeout(() => settle(q), 200);
    return () => clearTimeout(timer);
  }, [q]);
  return useDeferredValue(settled);
}

function useAsks(asks: readonly (AnyAsk | null)[], enabled: boolean) {
  const { identity } = usePerson();
  return useQueries({
    queries: asks.map((ask, index) => ({
      queryKey: ask
        ? backendKey(identity, ask.account, ask.ref, ask.input)
        : ['palette', 'nothing', index],
      queryFn: ({ signal }: { signal: AbortSignal }): Promise<unknown> =>
        ask
          ? request(ask.ref, ask.input as never, { account: ask.account, signal })
          : Promise.resolve(null),
      enabled: enabled && ask !== null,
      staleTime: freshFor,
      refetchOnWindowFocus: false,
    })),
  });
}

/** Searches all scopes; finds nothing until `minQueryLength` characters are typed. */
export function usePaletteSearch(typed: string): PaletteSearch {
  const { scopes } = useShell();
  const { parts, unasked } = partsOf(useContext(Sources), scopes, useScope());
  const q = useSettled(textOfThing(typed));
  const wanted = typed.trim().length >= minQueryLength;
  const first = useAsks(
    parts.map(({ ask }) => ask),
    wanted,
  );
  const narrow = parts.map(({ scope, source }, index) => {
    const answer = first[index]?.data;
    return answer !== undefined && q.length >= minQueryLength
      ? source.more(scope, q, answer)
      : null;
  });
  const second = useAsks(narrow, wanted);
  const entries = new Map<string, Entry>();
  const [waiting, partly] = [new Set<string>(), new Set<string>()];
  const failed = new Map<string, { scope: Scope; problem: Problem }>();
  parts.forEach(({ scope, source }, index) => {
    for (const answer of [first[index], narrow[index] ? second[index] : undefined]) {
      if (!answer) continue;
      if (answer.isFetching && answer.data === undefined) waiting.add(scope.label);
      const { data, error } = answer;
      if (error instanceof ProblemError && data === undefined && error.problem.code !== 'no_access')
        failed.set(scope.key, { scope, problem: error.problem });
      if (data === undefined) continue;
      for (const entry of source.entries(data, scope)) {
        if (!entries.has(entry.id)) entries.set(entry.id, entry);
      }
    }
    const answer = first[index]?.data;
    if (answer !== undefined && source.blind(q, answer)) partly.add(scope.label);
  });
  const retry = () => {
    for (const answer of [...first, ...second]) if (answer.isError) void answer.refetch();
  };
  return {
    entries: wanted ? [...entries.values()] : [],
    waiting: wanted ? [...waiting] : [],
    failed: wanted ? [...failed.values()] : [],
    partly: wanted ? [...partly] : [],
    unasked: wanted ? unasked : 0,
    retry,
  };
}
