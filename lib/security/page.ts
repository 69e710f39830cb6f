/**
 * The headers of a page's request and answer: a policy with its own nonce. The production server sets them before
 * Next, which saves each page the cost of Next's middleware; `proxy.ts` sets them if Next runs alone.
 */
import { securityHeaders, type SecurityOptions } from './headers';

/** Whether a path is a page's: everything except the API and Next's own files. A page's path may contain a dot. */
export const isPage = (path: string) => !/^\/(?:api|_next)\//.test(path);

/**
 * The headers of one page.
 * @param path of the page, with its query
 * @returns `onward`: headers of the request to Next, which puts the nonce of its policy on its scripts; `answer`:
 * headers of the response
 */
export function pageHeaders(path: string, options: Omit<SecurityOptions, 'nonce'>) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const answer = securityHeaders({ ...options, nonce });
  const onward = {
    'x-nonce': nonce,
    // The path to return to after sign-in, without the query that Next adds for a navigation.
    'x-nusa-path': path.replace(/([?&])_rsc=[^&]*(?:&|$)/, '$1').replace(/[?&]$/, ''),
    'content-security-policy': answer['content-security-policy'] ?? '',
  };
  return { onward, answer };
}
