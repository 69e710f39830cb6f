/** Lists of accounts: slugs of labels, and the session's own account joined with linked keys. */
import type { Account } from './session';

/** How many keys one person may link. */
export const MAX_KEYS = 10;
const SLUG_LENGTH = 40;

/**
 * A slug of a label that `taken` does not hold yet: `Toko Budi (utama)` → `toko-budi-utama`, and
 * `toko-budi-utama-2` where that is taken.
 */
export function slugOf(label: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? 'account' : plain;
  if (!used.has(base)) return base;
  for (let number = 2; ; number += 1) {
    const numbered = `${base}-${number}`;
    if (!used.has(numbered)) return numbered;
  }
}

/**
 * `first`, then those of `more` whose key isn't there yet. A slug that is taken gets a number, the same
 * one each time, so that URLs stay.
 */
export function mergeAccounts(first: readonly Account[], more: readonly Account[]): Account[] {
  const merged = [...first];
  for (const account of more) {
    if (merged.some((known) => known.key === account.key)) continue;
    const slugs = merged.map((known) => known.slug);
    merged.push(
      slugs.includes(account.slug) ? { ...account, slug: slugOf(account.slug, slugs) } : account,
    );
  }
  return merged;
}
