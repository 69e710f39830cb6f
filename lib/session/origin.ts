/**
 * Whether a request that changes something comes from a page of ours. Every such request needs an
 * `Origin`: one of NUSA_ORIGINS, or, where that is unset, the host that the request was sent to.
 */
import { settings } from '@/lib/settings';

type Headerish = { get(name: string): string | null };

export function originAllowed(headers: Headerish): boolean {
  const origin = headers.get('origin');
  if (!origin || headers.get('sec-fetch-site') === 'cross-site') return false;
  const allowed = settings().NUSA_ORIGINS;
  if (allowed.length > 0) return allowed.some((one) => sameOrigin(one, origin));
  try {
    return new URL(origin).host === headers.get('host');
  } catch {
    return false;
  }
}

function sameOrigin(one: string, other: string): boolean {
  try {
    return new URL(one).origin === new URL(other).origin;
  } catch {
    return false;
  }
}

/** Where this request reached us: the main origin, or `http(s)://` and its `Host`. */
export function ownOrigin(headers: Headerish): string {
  const { NUSA_ORIGINS, NUSA_TLS, PORT } = settings();
  const first = NUSA_ORIGINS[0];
  if (first) return new URL(first).origin;
  return `${NUSA_TLS ? 'https' : 'http'}://${headers.get('host') ?? `127.0.0.1:${PORT}`}`;
}
