'use client';
import { useCallback } from 'react';
import type { LoadFirewall } from '@/lib/firewall/copy-run';
import { readFirewall } from '@/lib/firewall/model';
import { request } from '@/lib/query/fetcher';
import { useAccount } from '@/lib/query/scope';
import { firewallInputs } from '../inputs';

interface Page<T> {
  data: T[];
  page: { last_page: number | null } | null;
}

/** The rows of all pages of a list. */
async function allPages<T>(read: (page: number) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = [];
  for (let page = 1, last = 1; page <= last; page += 1) {
    const list = await read(page);
    rows.push(...list.data);
    last = list.page?.last_page ?? 1;
  }
  return rows;
}

/** How to read the whole firewall of any instance of an account, all pages of it. */
export function useLoadFirewall(): LoadFirewall {
  const account = useAccount();
  return useCallback(
    async (instance) => {
      const { params, query } = firewallInputs(instance).rules;
      const input = (page: number) => ({ params, query: { ...query, page } });
      const policy = await request('D35', { params }, { account });
      const rules = await allPages((page) => request('D38', input(page), { account }));
      const sets = await allPages((page) => request('D43', input(page), { account }));
      return readFirewall(policy, rules, sets);
    },
    [account],
  );
}
