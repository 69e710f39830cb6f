/**
 * The person that this page was made for, sent with every request. Tabs share cookies, so without it an open page would
 * act for whoever signs in later. Browser-safe; checked in `./same-person.ts`.
 */

import { encodePart } from '@/lib/contract/well-formed';

/** The header with the percent-encoded identity that the page was made for. Optional. */
export const IDENTITY_HEADER = 'x-nusa-identity';

let page: string | null = null;

/** Sets the page's person. It does nothing on the server, where one process makes pages for many people. */
export function setPageIdentity(identity: string): void {
  if (typeof window !== 'undefined') page = identity;
}

/** The page's person; null if nobody is signed in. */
export const pageIdentity = (): string | null => page;

/** The header to send, if the page's person is known. */
export function identityHeaders(): Record<string, string> {
  return page === null ? {} : { [IDENTITY_HEADER]: encodePart(page) };
}
