import type { ReactNode } from 'react';

/** The money of one scope at the top of its billing pages. @param scope the key of a scope: `o/{org}` or `vps/{account}` */
export async function MoneyOverview({ scope }: { scope: string }): Promise<ReactNode> {
  void scope;
  return null;
}
