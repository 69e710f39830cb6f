'use client';
/** What the parts of a page with members know of it. */
import { createContext, use } from 'react';
import { useTranslations } from 'use-intl';
import { useScope } from '@/components/parts/shell/context';
import { useRoleRefusal, type RoleRefusal } from '@/components/parts/why/use-role-refusal';
import type { Place } from '@/lib/contract/permissions';
import { ownIdentity } from '@/lib/contract/view-as';
import { usePerson } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { changeMembers, placeOf } from './member';

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

/** Why the person may not change members here; null if they may. */
export function useMemberRefusal(): RoleRefusal | null {
  const t = useTranslations('members');
  const { mayChange } = useMemberFacts();
  return useRoleRefusal(mayChange, changeMembers[placeOf(useGroup())], t('noWrite'));
}

/** The uuid of the signed-in person; empty for someone without a cloud account. */
export function useOwnId(): string {
  const identity = ownIdentity(usePerson().identity);
  return identity.startsWith(account) ? identity.slice(account.length) : '';
}

/** The name of the organization or project, and which of both it is. */
export function usePlace(): { place: Place; placeName: string } {
  const scope = useGroup();
  const label = useScope()?.label;
  return { place: placeOf(scope), placeName: label ?? scope.project ?? scope.org };
}
