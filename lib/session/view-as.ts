/**
 * “View as” in the session. A view is a part of the sealed session cookie. While it lasts, the session has an identity of
 * its own: whatever is kept by identity (the browser's cached answers, drafts, linked keys) belongs to the view or to the
 * person, never to both, and a page of the one is refused when it calls as the other.
 */
import { viewIsOver } from '@/lib/access/view-as';
import { viewIdentity } from '@/lib/contract/view-as';
import { problem } from '@/lib/problem';
import { isRevoked, revokeSession } from './revoked';
import type { Session } from './session';

/** The session as its owner is seen now: as they are, or as the view lets them be, without DewaVPS accounts. */
export function asViewed(own: Session): Session {
  const { viewAs, ...real } = own;
  if (!viewAs || !own.awanio || isRevoked(viewAs.id)) return real;
  if (viewIsOver(own.awanio.token, viewAs)) return real;
  return { ...own, identity: viewIdentity(own.identity, viewAs), accounts: [] };
}

/**
 * Ends the view of a session for good. A session that is prolonged in the same moment may bring the cookie with the view
 * back to the browser; the list of sign-outs refuses it, at every replica.
 */
export async function endViewOf({ viewAs, expires }: Session): Promise<void> {
  if (viewAs) await revokeSession(viewAs.id, expires);
}

/** @throws ProblemError `viewing` while the person views as somebody else: nothing may be changed then */
export function refuseInView(session: Session): void {
  if (session.viewAs)
    throw problem('viewing', 403, 'While you view as somebody else, nothing can be changed.');
}
