import type { Cloud } from '../cloud';
import { Refusal } from '../refusal';
import { hoursInAdvance } from './catalogue';
import type { Group } from './groups';
import { accountOf } from './groups';

/** Checks that the balance covers a day at `perHour` rupiah. @throws Refusal 402 otherwise */
export function requireBalance(cloud: Cloud, group: Group, perHour: number): void {
  requireRupiah(cloud, group, perHour * hoursInAdvance, `${hoursInAdvance} HOURS`);
}

/** Checks that the balance covers an amount. @param what what it pays for @throws Refusal 402 otherwise */
export function requireRupiah({ ledger }: Cloud, group: Group, needed: number, what: string): void {
  if (ledger.balance(accountOf(group.organization.uuid)) >= needed) return;
  throw new Refusal(402, `BALANCE MUST COVER ${what}: Rp${needed}`, {
    error: 'INSUFFICIENT BALANCE',
  });
}
