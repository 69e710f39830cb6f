/**
 * Whose page a request comes from. A browser's tabs share cookies: after another person has signed in, a
 * page of the one before would act with their keys. A page that names its person is stopped here, and
 * asks to sign in, which reloads it for whoever that turns out to be.
 */
import { encodePart } from '@/lib/contract/well-formed';
import { problem } from '@/lib/problem';
import type { Session } from './session';

export { IDENTITY_HEADER } from './page-identity';

/** @throws ProblemError `not_signed_in` where the page is another person's than the session */
export function requireSamePerson(session: Session, claimed: string | null): void {
  if (claimed === null || claimed === encodePart(session.identity)) return;
  throw problem('not_signed_in', 401, 'Another person is signed in by now.');
}
