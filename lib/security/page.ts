/**
 * What a page's request and its answer carry: a policy with a nonce of its own. The production server says it in front
 * of Next, which spares each page the cost of Next's middleware; `proxy.ts` says it where Next stands alone.
 */
import { securityHeaders, type SecurityOptions } from './headers';

/** Whether a path is a page's: anything but the API and Next's own files. A name with a dot may be a page's, too. */
export const isPage = (path: string) => !/^\/(?:api|_next)\//.test(path);

/**
 * @param path of the page, with its query
 * @returns `onward`: headers of the request to Next, which puts the nonce of its policy on its scripts; `answer`: of
 *   the response
 */
export function pageHeaders(path: string, options: Omit<SecurityOptions, 'nonce'>) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const answer = securityHeaders({ ...options, nonce });
  const onward = {
    'x-nonce': nonce,
    // Where a page that finds nobody signed in comes back to; without what Next adds for a navigation.
    'x-nusa-path': path.replace(/([?&])_rsc=[^&]*(?:&|$)/, '$1').replace(/[?&]$/, ''),
    'content-security-policy': answer['content-security-policy'] ?? '',
  };
  return { onward, answer };
}
