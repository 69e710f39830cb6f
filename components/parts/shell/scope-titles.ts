/** Titles of the pages of an organization, a project or a VPS account. Server only. */
import type { Metadata } from 'next';
import { titlesOf } from '@/lib/next/title';
import { scopesFor } from './scopes';

/** Names the scope in the titles of its lists; nothing if the person can't open it. @param key of a `Scope` */
export async function scopeTitles(key: string): Promise<Metadata> {
  const { scopes } = await scopesFor(key);
  const scope = scopes.find((each) => each.key === key);
  return scope ? titlesOf(scope.label) : {};
}
