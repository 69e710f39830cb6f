'use client';
import { useState } from 'react';
import { useInBrowser } from '@/components/ui/use-in-browser';
import { isViewIdentity } from '@/lib/contract/view-as';
import { usePerson } from '@/lib/query/person';
import { keepBuyer, readBuyer, type Buyer } from './buyer';

/**
 * The buyer that this browser keeps for a scope, and how it is changed.
 * @param scopeKey `o/<org>` or `vps/<account>`
 */
export function useBuyer(scopeKey: string) {
  const { identity } = usePerson();
  const inBrowser = useInBrowser();
  const [, setTimes] = useState(0);
  return {
    /** Whether this is a view as somebody else, which keeps nothing. */
    viewing: isViewIdentity(identity),
    buyer: inBrowser ? readBuyer(identity, scopeKey) : null,
    /** Keeps it; null removes it. @returns whether the browser kept it */
    keep: (buyer: Buyer | null): boolean => {
      const kept = keepBuyer(identity, scopeKey, buyer);
      setTimes((times) => times + 1);
      return kept;
    },
  };
}
