/** Makes slugs of labels, and joins the session's own account with the linked keys. */
import type { Account } from './session';

/** Most linked keys of one person. */
export const MAX_KEYS = 10;
const SLUG_LENGTH = 40;

/**
 * A slug of a label that isn't in `taken`: `Toko Budi (utama)` → `toko-budi-utama`, or `toko-budi-utama-2` if that is
 * taken.
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
 * `first`, then the accounts of `more` with other keys. A taken slug gets a number, always the same one, so that URLs
 * stay valid.
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
