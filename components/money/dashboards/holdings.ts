/** What an account holds that costs money: machines, disks, addresses. Pure. */
import type { StatusGroup } from '@/lib/contract/states';
import type { Charged } from '@/lib/pricing';
import type { Problem } from '@/lib/problem';
import type { Machine } from './machine';

/** What is known of one kind of thing in one scope. */
export type Part<T> =
  | { kind: 'known'; rows: T[]; total: number }
  /** It couldn't be read. `rows` are those that another read has shown. */
  | { kind: 'problem'; problem: Problem; rows: T[] }
  /** This person may not read it. */
  | { kind: 'hidden' }
  /** It wasn't read, since too many scopes are shown to read them all. */
  | { kind: 'unread' };

/** A disk or an address. */
export interface ChargedItem {
  /** Unique across all accounts. */
  id: string;
  name: string;
  /** The label of its account. */
  place: string;
  /** No machine uses it. */
  free: boolean;
  /** It has its own price; its machine's price doesn't include it. */
  ownPrice: boolean;
  /** Our page where it can be attached or deleted; missing if we have none. */
  href?: string;
  /** GB of a disk; null for an address. */
  sizeGb: number | null;
  perHour: number | null;
  perMonth: number | null;
}

/** What is known of all kinds of things in one scope. */
export interface Holdings {
  machines: Part<Machine>;
  disks: Part<ChargedItem>;
  addresses: Part<ChargedItem>;
}

export const partNames = ['machines', 'disks', 'addresses'] as const satisfies (keyof Holdings)[];
export type PartName = (typeof partNames)[number];

/** Makes a part of the rows that were read. `total` is how many the backend has. */
export const known = <T>(rows: T[], total = rows.length): Part<T> => ({
  kind: 'known',
  rows,
  total,
});
/** The rows of a part; none if it wasn't read. */
export const rowsOf = <T>(part: Part<T>): T[] => ('rows' in part ? part.rows : []);

/** The service of a machine, by the group of its state. */
export const serviceOf: Record<StatusGroup, Charged['service']> = {
  run: 'running',
  busy: 'busy',
  off: 'stopped',
  error: 'error',
  unknown: 'unknown',
};

/** Everything that has its own price, for `lib/pricing` to add up. */
export function chargedOf({ machines, disks, addresses }: Holdings): Charged[] {
  const thing = (service: 'disks' | 'addresses', part: Part<ChargedItem>) =>
    rowsOf(part)
      .filter(({ ownPrice }) => ownPrice)
      .map(({ perHour, perMonth }) => ({ service, perHour, perMonth }));
  return [
    ...rowsOf(machines).map(({ group, perHour, perMonth }) => ({
      service: serviceOf[group],
      perHour,
      perMonth,
    })),
    ...thing('disks', disks),
    ...thing('addresses', addresses),
  ];
}

/** The kinds that weren't read completely. */
export function unreadOf(holdings: Holdings): PartName[] {
  return partNames.filter((name) => {
    const part = holdings[name];
    return part.kind !== 'known' || part.total > part.rows.length;
  });
}

/** A kind of item of which not all rows were read. */
export interface PartlyListed {
  what: PartName;
  counted: number;
  total: number;
}

/** The kinds whose lists were too long to read completely. */
export function partlyListed(holdings: Holdings): PartlyListed[] {
  return partNames.flatMap((what): PartlyListed[] => {
    const part = holdings[what];
    if (part.kind !== 'known' || part.total <= part.rows.length) return [];
    return [{ what, counted: part.rows.length, total: part.total }];
  });
}

/** How many things of all kinds are known. */
export function countOf({ machines, disks, addresses }: Holdings): number {
  return rowsOf(machines).length + rowsOf(disks).length + rowsOf(addresses).length;
}

/** Something that costs money and isn't used. */
export interface Idle {
  id: string;
  kind: 'instance' | 'vm' | 'disk' | 'volume' | 'address' | 'reserved';
  name: string;
  place: string;
  href: string | null;
  sizeGb: number | null;
  perMonth: number | null;
}

/** Tells the backend by the id, since each offers different actions on what isn't used. */
const kindOf = (id: string) =>
  id.startsWith('ip/') ? 'reserved' : id.startsWith('block/') ? 'volume' : null;

/** Stopped machines and unused disks and addresses, the most expensive first, without those that cost nothing. */
export function idleOf({ machines, disks, addresses }: Holdings): Idle[] {
  const stopped = rowsOf(machines)
    .filter(({ group }) => group === 'off')
    .map((machine): Idle => ({
      ...machine,
      sizeGb: null,
      kind: machine.id.startsWith('vm/') ? 'vm' : 'instance',
    }));
  const free = (kind: 'disk' | 'address', part: Part<ChargedItem>) =>
    rowsOf(part)
      .filter((thing) => thing.free)
      .map((thing): Idle => ({
        ...thing,
        kind: kindOf(thing.id) ?? kind,
        href: thing.href ?? null,
      }));
  return dearestFirst(
    [...stopped, ...free('disk', disks), ...free('address', addresses)].filter(
      ({ perMonth }) => perMonth !== 0,
    ),
  );
}

/** Sorts by the price a month, the most expensive first. */
export function dearestFirst(idle: readonly Idle[]): Idle[] {
  return [...idle].sort((a, b) => (b.perMonth ?? 0) - (a.perMonth ?? 0));
}
