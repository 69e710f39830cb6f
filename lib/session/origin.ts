/** Where a request comes from and where it reached us. The rule is the proxy's own, so there is one. */
import { originRefusal } from '@/lib/proxy/origin';
import { settings } from '@/lib/settings';

/** `Headers`, or anything that answers a header by its lower-case name. */
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

/** Where this request reached us: the main origin, or `http(s)://` and its `Host`. */
export function ownOrigin(headers: Named): string {
  const { NUSA_ORIGINS, NUSA_TLS, PORT } = settings();
  const first = NUSA_ORIGINS[0];
  if (first) return new URL(first).origin;
  const told = `${NUSA_TLS ? 'https' : 'http'}://${headers.get('host') ?? ''}`;
  return URL.canParse(told) ? new URL(told).origin : `http://127.0.0.1:${PORT}`;
}
