'use client';
/** What the parts of a page with members know of it. */
import { createContext, use } from 'react';
import { useScope } from '@/components/parts/shell/context';
import type { Place } from '@/lib/contract/permissions';
import { usePerson } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { placeOf } from './member';

/** What the server tells the page. */
export interface MemberFacts {
  /** Whether the person may change members here. */
  mayChange: boolean;
  /** Whether the person is in the organization, and so may read its members. */
  inOrganization: boolean;
  /** `NUSA_FINANCE_LEVEL`; null where the provider has no such level. */
  financeLevel: number | null;
  /** Whether the provider's API has the calls for several members. */
  offered: { A12: boolean; A17: boolean };
}

const Facts = createContext<MemberFacts | null>(null);
export const MemberFactsProvider = Facts.Provider;

/** @throws Error outside a page with members */
export function useMemberFacts(): MemberFacts {
  const facts = use(Facts);
  if (!facts) throw new Error('used outside a page with members');
  return facts;
}

const account = 'awanio:';

/** The uuid of the signed-in person; empty for someone without a cloud account. */
export function useOwnId(): string {
  const { identity } = usePerson();
  return identity.startsWith(account) ? identity.slice(account.length) : '';
}

/** The name of the organization or project, and which of both it is. */
export function usePlace(): { place: Place; placeName: string } {
  const scope = useGroup();
  const label = useScope()?.label;
  return { place: placeOf(scope), placeName: label ?? scope.project ?? scope.org };
}
