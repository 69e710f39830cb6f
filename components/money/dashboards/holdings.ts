/** What stands in an account and costs money: machines, disks, addresses. Pure. */
import type { StatusGroup } from '@/lib/contract/states';
import type { Charged } from '@/lib/pricing';
import type { Problem } from '@/lib/problem';
import type { Machine } from './machine';

/** What may be known of one kind of thing. */
export type Part<T> =
  | { kind: 'known'; rows: T[]; total: number }
  /** `rows`: what is known of it from elsewhere. */
  | { kind: 'problem'; problem: Problem; rows: T[] }
  /** This person may not see it here. */
  | { kind: 'hidden' }
  /** Not asked for, since there are so many places. */
  | { kind: 'unread' };

/** A disk or an address. */
export interface ChargedItem {
  /** Unique over all accounts. */
  id: string;
  name: string;
  /** The account it stands in, in its owner's words. */
  place: string;
  /** On no machine, and paid for. */
  free: boolean;
  /** Paid for by itself, not within its machine's price. */
  apart: boolean;
  /** The page where it can be put to use or given back; none where there is none of ours. */
  href?: string;
  /** GB of a disk. */
  sizeGb: number | null;
  perHour: number | null;
  perMonth: number | null;
}

export interface Holdings {
  machines: Part<Machine>;
  disks: Part<ChargedItem>;
  addresses: Part<ChargedItem>;
}

export const partNames = ['machines', 'disks', 'addresses'] as const satisfies (keyof Holdings)[];
export type PartName = (typeof partNames)[number];

export const known = <T>(rows: T[], total = rows.length): Part<T> => ({
  kind: 'known',
  rows,
  total,
});
export const rowsOf = <T>(part: Part<T>): T[] => ('rows' in part ? part.rows : []);

const serviceOf: Record<StatusGroup, Charged['service']> = {
  run: 'running',
  busy: 'busy',
  off: 'stopped',
  error: 'error',
  unknown: 'unknown',
};

/** Everything in it that is paid for by itself. */
export function chargedOf({ machines, disks, addresses }: Holdings): Charged[] {
  const thing = (service: 'disks' | 'addresses', part: Part<ChargedItem>) =>
    rowsOf(part)
      .filter(({ apart }) => apart)
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

/** The kinds that weren't read, or not to their end. */
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

/** Things of any kind that are known of. */
export function countOf({ machines, disks, addresses }: Holdings): number {
  return rowsOf(machines).length + rowsOf(disks).length + rowsOf(addresses).length;
}

/** Something that costs money while nobody uses it. */
export interface Idle {
  id: string;
  kind: 'instance' | 'vm' | 'disk' | 'volume' | 'address' | 'reserved';
  name: string;
  place: string;
  href: string | null;
  sizeGb: number | null;
  perMonth: number | null;
}

/** Kinds that differ in what can be done about them: Awanio's reserved addresses, DewaVPS's volumes. */
const kindOf = (id: string) =>
  id.startsWith('ip/') ? 'reserved' : id.startsWith('block/') ? 'volume' : null;

/** Stopped machines, free disks and free addresses that aren't known to cost nothing; the dearest first. */
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

export function dearestFirst(idle: readonly Idle[]): Idle[] {
  return [...idle].sort((a, b) => (b.perMonth ?? 0) - (a.perMonth ?? 0));
}
