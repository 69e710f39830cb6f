/** Rules about scopes that the browser needs at once; the table of their pages (nav-entries) stays on the server. */
import type { KeyRight } from '@/lib/contract/permissions';
import type { Scope } from './scopes';

/** False if the account's key is known to lack the right. */
export const allows = (scope: Scope, right: KeyRight) =>
  scope.kind !== 'account' || !scope.refused.includes(right);

/** Scopes with at least one page for this person. */
export const openScopes = <S extends { pages: readonly unknown[] }>(scopes: readonly S[]) =>
  scopes.filter(({ pages }) => pages.length > 0);
