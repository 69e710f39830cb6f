/**
 * Checks whose page a request comes from. The tabs of a browser share cookies, so after another person has signed in,
 * an old page would act with their keys. A page that names another person is refused and asks to sign in, which reloads
 * it.
 */
import { encodePart } from '@/lib/contract/well-formed';
import { problem } from '@/lib/problem';
import type { Session } from './session';

export { IDENTITY_HEADER } from './page-identity';

/** @throws ProblemError `not_signed_in` if the page belongs to another person than the session */
export function requireSamePerson(session: Session, claimed: string | null): void {
  if (claimed === null || claimed === encodePart(session.identity)) return;
  throw problem('not_signed_in', 401, 'Another person is signed in by now.');
}
