'use client';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { Result } from '@/lib/contract/types';
import type { Problem, ProblemError } from '@/lib/problem';
import { useBackendQuery, useBackendRead } from '@/lib/query/use-backend-query';
import { pricedTier, type VpsOffers, type VpsThing } from './vps-lines';

/** What the lines of an estimate need to know, and what couldn't be read of it. */
export interface ReadOffers {
  offers: VpsOffers;
  problem: Problem | null;
  busy: boolean;
  retry: () => void;
}

type Answer<Data> = UseQueryResult<Data, ProblemError>;

/** The rows of each answer by what was asked; null if it couldn't be read, absent while it is read. */
function rowsBy<Data, Rows>(
  keys: readonly string[],
  answers: readonly Answer<Data>[],
  rows: (data: Data) => Rows,
): Map<string, Rows | null> {
  return new Map(
    keys.flatMap((key, index): [string, Rows | null][] => {
      const { data, error } = answers[index] ?? {};
      if (data !== undefined) return [[key, rows(data)]];
      return error ? [[key, null]] : [];
    }),
  );
}

const distinct = (texts: readonly string[]) => [...new Set(texts)];

/** Reads the offers and prices that some things need: of their locations and tiers alone. */
export function useVpsOffers(things: readonly VpsThing[], problem: Problem | null): ReadOffers {
  const read = useBackendRead();
  const locations = useBackendQuery('D75', {});
  const there = (location: string) =>
    locations.data?.data.some(({ id }) => id === location) ?? false;
  const placesOf = (volumes: boolean) =>
    distinct(
      things
        .filter(({ kind, location }) => (kind === 'volume') === volumes && there(location))
        .map(({ location }) => location),
    );
  const [machinePlaces, volumePlaces] = [placesOf(false), placesOf(true)];
  const here = (location: string) => ({ query: { location_id: location } });
  const tierAnswers = useQueries({
    queries: machinePlaces.map((location) => read('D76', here(location))),
  });
  const typeAnswers = useQueries({
    queries: volumePlaces.map((location) => read('D63', here(location))),
  });
  const tiers = rowsBy<Result<'D76'>, Result<'D76'>['data']>(
    machinePlaces,
    tierAnswers,
    ({ data }) => data,
  );
  const priced = distinct(
    things.flatMap((thing) => {
      if (thing.kind === 'volume') return [];
      return pricedTier(thing, tiers.get(thing.location) ?? []) ?? [];
    }),
  );
  const priceAnswers = useQueries({
    queries: priced.map((tier) => read('D77', { params: { tier_id: tier } })),
  });
  const all = [locations, ...tierAnswers, ...typeAnswers, ...priceAnswers];
  const broken = all.filter(({ data, error }) => error && data === undefined);
  return {
    offers: {
      locations: locations.data?.data ?? null,
      tiers,
      types: rowsBy<Result<'D63'>, Result<'D63'>['data']>(
        volumePlaces,
        typeAnswers,
        ({ data }) => data,
      ),
      prices: rowsBy<Result<'D77'>, Result<'D77'>['data']>(
        priced,
        priceAnswers,
        ({ data }) => data,
      ),
    },
    problem: broken[0]?.error?.problem ?? (locations.data ? null : problem),
    busy: broken.some(({ isFetching }) => isFetching),
    retry: () => broken.forEach(({ refetch }) => void refetch()),
  };
}
