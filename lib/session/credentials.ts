/** The credentials that a session uses for a backend. */
import type { Backend } from '@/lib/contract/operation';
import { problem } from '@/lib/problem';
import type { Account, Session, SessionCredentials } from './session';

/**
 * The account of a slug; without a slug the first one.
 * @throws ProblemError `not_found` (an unknown slug), `no_access` (this session holds no key)
 */
export function accountOf(session: Session, slug?: string): Account {
  const account =
    slug === undefined ? session.accounts[0] : session.accounts.find((one) => one.slug === slug);
  if (account) return account;
  if (slug === undefined) throw problem('no_access', 403, 'This session holds no DewaVPS key.');
  throw problem('not_found', 404, 'This session holds no account of that name.');
}

/**
 * The credentials of a session for a backend.
 * @param accountSlug of a DewaVPS account; by default the first
 * @throws ProblemError `not_signed_in` without a session; `no_access` if it has no account of this backend (so that a
 * page doesn't send a signed-in person to sign-in); `not_found` for an unknown slug
 */
export function credentialsFor(
  session: Session | null,
  backend: Backend,
  accountSlug?: string,
): SessionCredentials {
  if (!session) throw problem('not_signed_in', 401, 'Nobody is signed in.');
  if (backend === 'dewavps') return { backend, key: accountOf(session, accountSlug).key };
  if (!session.awanio) throw problem('no_access', 403, 'This session holds no Awanio account.');
  const { token, provider } = session.awanio;
  const { viewAs } = session;
  // Nobody is an administrator of the provider in a view.
  return viewAs ? { backend, token, viewAs } : { backend, token, provider };
}
