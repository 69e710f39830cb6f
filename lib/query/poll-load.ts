/**
 * Counts how many reads are polled with each credential, in all tabs that this one hears. Both backends allow about one
 * call a second (contract/api.md section 1.1), so more polls make each one slower.
 */

/**
 * A read counts as polled fast if its last two calls were within this many milliseconds, and the last one was just now.
 */
const recent = 20_000;
/** Milliseconds between calls for each fast poll: 40 calls a minute in all, which leaves the rest for the person. */
export const pollShare = 1_500;

interface Asked {
  last: number;
  before: number;
}

const accounts = new Map<string, Map<string, Asked>>();

/** Records a call of a read, in this tab or another one. @param hash names the read */
export function noteRead(account: string, hash: string, at = Date.now()): void {
  const reads = accounts.get(account) ?? new Map<string, Asked>();
  accounts.set(account, reads);
  for (const [name, { last }] of reads) if (at - last > recent) reads.delete(name);
  const known = reads.get(hash);
  if (known && at <= known.last) return;
  reads.set(hash, { last: at, before: known?.last ?? -Infinity });
}

/** Number of an account's reads that are polled fast now. */
export function fastPolls(account: string, now = Date.now()): number {
  const reads = [...(accounts.get(account)?.values() ?? [])];
  return reads.filter(({ last, before }) => last - before < recent && now - last < recent).length;
}

/** For tests. */
export function forgetReads(): void {
  accounts.clear();
}
