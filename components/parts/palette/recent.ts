/** Pages and machines that a person chose last in the palette; kept in the browser, by person. */
import { keep, readKept } from '@/lib/query/storage';

/** An entry that was chosen in the palette. */
export interface Recent {
  id: string;
  label: string;
  detail: string;
  href: string;
  /** Key of its scope; null for pages without one. */
  scope: string | null;
}

const name = 'palette-recent';
const most = 6;

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null) return false;
  const { id, label, detail, href, scope } = value as Record<string, unknown>;
  const texts = [id, label, detail, href].every((each) => typeof each === 'string');
  return texts && String(href).startsWith('/') && (scope === null || typeof scope === 'string');
}

/** The recently used entries, newest first. Entries of scopes that no longer exist are left out. */
export function readRecent(identity: string, scopes: readonly { key: string }[]): Recent[] {
  const kept = readKept(identity, name);
  if (!Array.isArray(kept)) return [];
  return kept
    .filter(isRecent)
    .filter(({ scope }) => scope === null || scopes.some(({ key }) => key === scope))
    .slice(0, most);
}

/** Adds an entry at the front. */
export function noteRecent(identity: string, recent: Recent): void {
  const kept = readKept(identity, name);
  const others = Array.isArray(kept) ? kept.filter(isRecent) : [];
  keep(identity, name, [recent, ...others.filter(({ id }) => id !== recent.id)].slice(0, most * 2));
}
