'use client';
/** Reads what can be chosen for a new instance in a location. The server has already read it for the first location. */
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Result, Row } from '@/lib/contract/types';
import { ProblemError, type Problem } from '@/lib/problem';
import { request, usePerson } from '@/lib/query';
import { backendKey } from '@/lib/query/key';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import type { Offered } from './adjust';
import { imageName } from './values';

type Query<R extends 'D74' | 'D76' | 'D56' | 'D57' | 'D73'> = ReturnType<typeof useBackendQuery<R>>;

/** The reads of a location's offers, and what they say. */
export interface Catalogue {
  images: Query<'D74'>;
  tiers: Query<'D76'>;
  networks: Query<'D56'>;
  addresses: Query<'D57'>;
  keys: Query<'D73'>;
  offered: Offered;
  /** Unit prices by the id of the tier; a tier is absent while its prices load. */
  prices: ReadonlyMap<string, Result<'D77'>['data']>;
  /** Whether the prices of a tier couldn't be read. */
  pricesFailed: boolean;
  pricesProblems: ReadonlyMap<string, Problem>;
  retryPrices: () => void;
  /** Names of everything offered now, by id. */
  names: ReadonlyMap<string, string>;
}

/** What a form wants to know just now. */
interface Wanted {
  location: string;
  /** The tier whose prices are wanted. */
  tier: string;
  /** The other tiers' prices, too. */
  tiers: boolean;
  /** Networks, free addresses and SSH keys, too. */
  below: boolean;
}

/**
 * The catalogue of a location, as far as it is wanted. Nothing here polls: prices and offers don't
 * change while a form is filled.
 */
export function useCatalogue({ location, tier, ...wanted }: Wanted): Catalogue {
  const here = { query: { location_id: location } };
  const enabled = location !== '';
  const below = { enabled: enabled && wanted.below };
  const images = useBackendQuery('D74', { query: { location } }, { enabled });
  const tiers = useBackendQuery('D76', here, { enabled });
  const networks = useBackendQuery('D56', here, below);
  const addresses = useBackendQuery('D57', here, below);
  const keys = useBackendQuery('D73', {}, { enabled: wanted.below });
  const priced = tiers.data?.data.filter(({ id }) => wanted.tiers || id === tier);
  const pricing = usePrices(priced && { data: priced });
  const offered = useMemo(
    (): Offered => ({
      images: images.data?.data ?? null,
      tiers: tiers.data?.data ?? null,
      networks: networks.data?.data ?? null,
      addresses: addresses.data?.data ?? null,
      keys: keys.data?.data ?? null,
    }),
    [images.data, tiers.data, networks.data, addresses.data, keys.data],
  );
  const names = useMemo(() => namesOf(offered), [offered]);
  return { images, tiers, networks, addresses, keys, offered, names, ...pricing };
}

/** Reads the unit prices of tiers (D77), by the id of the tier. A tier is absent while its prices load. */
export function usePrices(tiers: { data: readonly Pick<Row<'D76'>, 'id'>[] } | undefined) {
  const account = useAccount();
  const { identity } = usePerson();
  const inputs = (tiers?.data ?? []).map(({ id }) => ({ params: { tier_id: id } }));
  const queries = useQueries({
    queries: inputs.map((input) => ({
      queryKey: backendKey(identity, account, 'D77', input),
      queryFn: ({ signal }: { signal: AbortSignal }) => request('D77', input, { account, signal }),
      staleTime: 5 * 60_000,
    })),
  });
  const prices = new Map<string, Result<'D77'>['data']>();
  inputs.forEach(({ params }, index) => {
    const rows = queries[index]?.data;
    if (rows) prices.set(params.tier_id, rows.data);
  });
  const failed = queries.filter(({ isError }) => isError);
  const retryPrices = useCallback(() => failed.forEach(({ refetch }) => void refetch()), [failed]);
  return {
    prices,
    pricesFailed: failed.length > 0,
    /** Why the prices of a tier couldn't be read, by the id of the tier. */
    pricesProblems: problemsOf(inputs, queries),
    retryPrices,
  };
}

/** The problem to show when prices couldn't be read: the first one of several. */
export function pricesProblem(problems: ReadonlyMap<string, Problem>): Problem {
  const [first] = problems.values();
  return first ?? { code: 'backend_error', status: 0, message: '' };
}

function problemsOf(
  inputs: readonly { params: { tier_id: string } }[],
  queries: readonly { data: unknown; error: unknown }[],
): ReadonlyMap<string, Problem> {
  const problems = new Map<string, Problem>();
  inputs.forEach(({ params }, index) => {
    const { data, error } = queries[index] ?? {};
    if (data === undefined && error instanceof ProblemError)
      problems.set(params.tier_id, error.problem);
  });
  return problems;
}

function namesOf({ images, tiers, networks, addresses }: Offered): Map<string, string> {
  const names = new Map<string, string>();
  for (const image of images ?? []) names.set(image.template_id, imageName(image));
  for (const { id, name } of tiers ?? []) names.set(id, name ?? id);
  for (const { uuid, name } of networks ?? []) names.set(uuid, name ?? uuid);
  for (const { uuid, ip_address } of addresses ?? []) names.set(uuid, ip_address ?? uuid);
  return names;
}
