/** Of which scopes a page warns. Pure. */
import { scopeOf } from '@/lib/paths';
import type { Thresholds } from './thresholds';

/** At most so many balances are told of on a page that isn't of one scope. */
const most = 3;

/** The keys of the scopes whose balance a page watches: the one that pays for the page's scope, else all. */
export function watchedAt(pathname: string, thresholds: Thresholds): string[] {
  const at = scopeOf(pathname);
  const keys = Object.keys(thresholds);
  if (at.kind === 'none') return keys.slice(0, most);
  const own = at.kind === 'vps' ? `vps/${at.account}` : `o/${at.org}`;
  return keys.filter((key) => key === own);
}
