/**
 * The person that this page was made for, sent with every call of the browser: tabs share cookies, so without
 * it a page left open would act for whoever signed in after its person. Browser-safe; checked in `./same-person.ts`.
 */

import { encodePart } from '@/lib/contract/well-formed';

/** Of a request from a page: percent-encoding of the identity that the page was made for. Optional. */
export const IDENTITY_HEADER = 'x-nusa-identity';

let page: string | null = null;

/** Says whose page this is; on the server, where one process makes pages for many, it says nothing. */
export function setPageIdentity(identity: string): void {
  if (typeof window !== 'undefined') page = identity;
}

/** Whose page this is; null where it is nobody's. */
export const pageIdentity = (): string | null => page;

/** The header to send, once the page's person is known. */
export function identityHeaders(): Record<string, string> {
  return page === null ? {} : { [IDENTITY_HEADER]: encodePart(page) };
}
