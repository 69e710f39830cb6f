/**
 * Checks whether a request comes from our own pages. Browsers send cookies with requests of other sites, too; this
 * check stops them.
 */
import { settings } from '@/lib/settings';

export interface OriginFacts {
  method: string;
  origin: string | null;
  host: string | null;
  fetchSite: string | null;
}

function isOwn(origin: string, host: string | null): boolean {
  const allowed = settings().NUSA_ORIGINS;
  if (allowed.length > 0)
    return allowed.some((one) => one.replace(/\/+$/, '').toLowerCase() === origin.toLowerCase());
  // Not set: the request's own host with any scheme, since TLS may end at a proxy.
  if (host === null) return false;
  const found = /^https?:\/\/([^/]+)$/i.exec(origin)?.[1];
  return found !== undefined && found.toLowerCase() === host.toLowerCase();
}

/**
 * A change needs our `Origin`; a missing one is refused. A read must only not come from another site, which could
 * otherwise use up a credential's budget.
 * @returns the reason for refusing, or null
 */
export function originRefusal({ method, origin, host, fetchSite }: OriginFacts): string | null {
  if (fetchSite?.toLowerCase() === 'cross-site') return 'The request comes from another site.';
  if (method === 'GET') return null;
  if (origin === null) return 'The request does not say which page it comes from.';
  return isOwn(origin, host) ? null : 'The request comes from another site.';
}

/** `Headers`, or anything that returns a header by its lower-case name. */
interface Named {
  get(name: string): string | null;
}

/** Whether a request that changes something, or opens a socket, comes from a page of ours. */
export function originAllowed(headers: Named): boolean {
  return (
    originRefusal({
      method: 'POST',
      origin: headers.get('origin'),
      host: headers.get('host'),
      fetchSite: headers.get('sec-fetch-site'),
    }) === null
  );
}

/** The origin of this request: the main origin, or `http(s)://` and its `Host`. */
export function ownOrigin(headers: Named): string {
  const { NUSA_ORIGINS, NUSA_TLS, PORT } = settings();
  const first = NUSA_ORIGINS[0];
  if (first) return new URL(first).origin;
  const told = `${NUSA_TLS ? 'https' : 'http'}://${headers.get('host') ?? ''}`;
  return URL.canParse(told) ? new URL(told).origin : `http://127.0.0.1:${PORT}`;
}
