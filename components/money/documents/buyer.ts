/** Keeps the buyer's data in this browser: for each identity, by scope, also over a sign-out. */
import { buyerOf, type Buyer } from '@/lib/money/buyer';
import { keepLasting, readLasting } from '@/lib/query/storage';

export type { Buyer };

/** What is kept, by scope: `o/<org>` or `vps/<account>`. */
function readAll(identity: string): Record<string, unknown> {
  const kept = readLasting(identity, 'buyers');
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept)
    ? (kept as Record<string, unknown>)
    : {};
}

/** The buyer of a scope's documents; null if none is kept. @param scopeKey `o/<org>` or `vps/<account>` */
export function readBuyer(identity: string, scopeKey: string): Buyer | null {
  const all = readAll(identity);
  return Object.hasOwn(all, scopeKey) ? buyerOf(all[scopeKey]) : null;
}

/** Keeps the buyer of a scope; null removes it. @returns whether the browser kept it */
export function keepBuyer(identity: string, scopeKey: string, buyer: Buyer | null): boolean {
  const others = Object.entries(readAll(identity)).filter(([scope]) => scope !== scopeKey);
  const next = buyer === null ? others : [...others, [scopeKey, buyer] as const];
  return keepLasting(identity, 'buyers', next.length === 0 ? null : Object.fromEntries(next));
}
