/** The kubeconfigs that this person downloaded in this browser: only when their certificates end. */
import { keepLasting, readLasting } from '@/lib/query/storage';

/** The last end by the uuid of a cluster, ISO 8601. */
type Ends = Readonly<Record<string, string>>;

const day = 24 * 60 * 60 * 1000;
/** A certificate that ends within these days is told as ending soon. */
const soonDays = 30;

/** Reads what the browser keeps; an older version may have written something else. */
export function endsIn(kept: unknown): Ends {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && !Number.isNaN(Date.parse(entry[1])),
    ),
  );
}

/** Keeps when the certificate of a downloaded kubeconfig ends. */
export function keepEnd(identity: string, cluster: string, ends: string): void {
  const kept = endsIn(readLasting(identity, 'kubeconfigs'));
  keepLasting(identity, 'kubeconfigs', { ...kept, [cluster]: ends });
}

/** Where a certificate stands, and its whole days left. @param now milliseconds since 1970 */
export function standing(
  ends: string,
  now: number,
): { state: 'valid' | 'soon' | 'ended'; days: number } {
  const left = Date.parse(ends) - now;
  const days = Math.max(0, Math.floor(left / day));
  if (left <= 0) return { state: 'ended', days };
  return { state: left <= soonDays * day ? 'soon' : 'valid', days };
}
