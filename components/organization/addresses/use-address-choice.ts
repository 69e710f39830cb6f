'use client';
/** Reads the reserved addresses that a new machine or cluster can get, once the person asks for one. */
import { useQueries } from '@tanstack/react-query';
import type { Choice } from '@/components/parts/forms/choice-field';
import { useShell } from '@/components/parts/shell/context';
import { useBackendQuery, useBackendRead } from '@/lib/query/use-backend-query';
import { useGroup } from '@/lib/query/scope';
import { clusters } from '@/lib/resources/awanio';
import { groupParams, type GroupParams } from '../vms/group';
import { freeAddresses, type Holder } from './free-addresses';

/** The documented number of rows a page. */
const pageSize = 15;
/** The most pages that are read, since each is a call. */
const mostPages = 6;
/** The most organizations and projects whose machines and clusters are read. */
const mostGroups = 8;

const pageOf = (organization: string, page: number) => ({
  params: { uuid: organization },
  query: { page, per_page: pageSize },
});

/** What is said about addresses, in words. */
interface AddressWords {
  /** That there is none to choose. */
  none: string;
  /** That the provider has refused one. */
  taken: string;
}

/** The reserved addresses to choose from. */
export interface AddressChoice extends Choice {
  /** How many addresses were read; null if these are all. */
  first: number | null;
}

/** The organization and its projects, as far as this person sees them; the page's own group is first. */
function useGroups(organization: string): GroupParams[] {
  const own = groupParams(useGroup());
  const groups = useShell().scopes.flatMap((scope) =>
    scope.kind !== 'account' && scope.machines && scope.group.org === organization
      ? [groupParams(scope.group)]
      : [],
  );
  return [own, ...groups.filter(({ uuid }) => uuid !== own.uuid)].slice(0, mostGroups);
}

/**
 * The reserved addresses of an organization that no machine or cluster has, as far as its lists tell.
 * @param wanted whether the person asks for one; nothing is read before
 * @param taken uuids of addresses that the provider has refused
 */
export function useAddressChoice(
  organization: string,
  wanted: boolean,
  taken: ReadonlySet<string>,
  words: AddressWords,
): AddressChoice {
  const read = useBackendRead();
  const first = useBackendQuery('A37', pageOf(organization, 1), { enabled: wanted });
  const pages = first.data?.page?.last_page ?? 1;
  const last = Math.min(pages, mostPages);
  const further = useQueries({
    queries: Array.from({ length: last - 1 }, (_, index) =>
      read('A37', pageOf(organization, index + 2)),
    ),
    combine: (answers) => ({
      failed: answers.find(({ isError }) => isError) ?? null,
      coming: answers.some(({ isPending }) => isPending),
      rows: answers.flatMap(({ data }) => data?.data ?? []),
    }),
  });
  // Also what another tab has just read may be older than a machine's address.
  const fresh = { enabled: wanted, staleTime: 0 };
  const holders = useQueries({
    queries: useGroups(organization).flatMap((params) => [
      { ...read('A25', { params }), ...fresh },
      { ...read('A64', { params, query: { page: 1, per_page: clusters.pageSize } }), ...fresh },
    ]),
    // A list that can't be read tells nothing; the provider refuses an address that isn't free.
    combine: (lists) => ({
      coming: lists.some(({ isPending }) => isPending),
      rows: lists.flatMap(({ data }): readonly Holder[] => data?.data ?? []),
    }),
  });
  const query = further.failed ?? first;
  const whole = first.data !== undefined && !further.coming && !holders.coming;
  const rows = freeAddresses([...(first.data?.data ?? []), ...further.rows], holders.rows);
  return {
    query: { ...query, data: whole && !further.failed ? first.data : undefined },
    rows: rows.map(({ uuid, name }) => ({
      id: uuid,
      name,
      reason: taken.has(uuid) ? words.taken : null,
    })),
    none: words.none,
    first: pages > mostPages ? mostPages * pageSize : null,
  };
}
