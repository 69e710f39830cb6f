/**
 * How many reads are being polled with each credential, in all tabs as far as this one hears. Both backends allow
 * about a call a second (contract/api.md section 1.1), so that the more is polled, the slower each goes.
 */

/** A read counts as polled fast when it was asked for twice within this many milliseconds, and just now. */
const recent = 20_000;
/** Milliseconds that each fast poll gets of a minute's calls: 40 a minute, and the rest for what people do. */
export const pollShare = 1_500;

interface Asked {
  last: number;
  before: number;
}

const accounts = new Map<string, Map<string, Asked>>();

/** Takes note that a read was asked for, here or in another tab. @param hash names the read */
export function noteRead(account: string, hash: string, at = Date.now()): void {
  const reads = accounts.get(account) ?? new Map<string, Asked>();
  accounts.set(account, reads);
  for (const [name, { last }] of reads) if (at - last > recent) reads.delete(name);
  const known = reads.get(hash);
  if (known && at <= known.last) return;
  reads.set(hash, { last: at, before: known?.last ?? -Infinity });
}

/** Reads of an account that are polled fast now. */
export function fastPolls(account: string, now = Date.now()): number {
  const reads = [...(accounts.get(account)?.values() ?? [])];
  return reads.filter(({ last, before }) => last - before < recent && now - last < recent).length;
}

/** For tests. */
export function forgetReads(): void {
  accounts.clear();
}
