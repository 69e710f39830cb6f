'use client';
import { useCallback } from 'react';
import type { Row } from '@/lib/contract/types';
import type { LoadFirewall } from '@/lib/firewall/copy-run';
import { readFirewall } from '@/lib/firewall/model';
import { request } from '@/lib/query/fetcher';
import { useAccount } from '@/lib/query/scope';
import { firewallInputs } from '../inputs';

/** How to read the whole firewall of any instance of an account, all pages of it. */
export function useLoadFirewall(): LoadFirewall {
  const account = useAccount();
  return useCallback(
    async (instance) => {
      const { params, query } = firewallInputs(instance).rules;
      const policy = await request('D35', { params }, { account });
      const rules: Row<'D38'>[] = [];
      const sets: Row<'D43'>[] = [];
      for (let page = 1, last = 1; page <= last; page += 1) {
        const list = await request('D38', { params, query: { ...query, page } }, { account });
        rules.push(...list.data);
        last = list.page?.last_page ?? 1;
      }
      for (let page = 1, last = 1; page <= last; page += 1) {
        const list = await request('D43', { params, query: { ...query, page } }, { account });
        sets.push(...list.data);
        last = list.page?.last_page ?? 1;
      }
      return readFirewall(policy, rules, sets);
    },
    [account],
  );
}
