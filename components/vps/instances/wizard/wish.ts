/**
 * What a new instance is asked to be, as a link says it:
 * `?location=1&tier=2&cpu=2&memory=4&disk=60&cores=dedicated&address=none&backup=yes`. The form starts from it, and the
 * page of prices counts with it. Pure and browser-safe.
 */
import type { Row } from '@/lib/contract/types';
import { sizeLimits } from '../rules';

export interface Size {
  /** Cores. */
  cpu: number;
  /** GB. */
  memory: number;
  /** GB. */
  storage: number;
}

export interface Wish {
  /** Id of a location, as the URL has it; it need not exist. */
  location: string | null;
  /** Id of a tier, likewise. */
  tier: string | null;
  /** Null unless all three numbers are there and may be ordered. */
  size: Size | null;
  dedicated: boolean;
  /** A public address is made for it. */
  address: boolean;
  backup: boolean;
}

/** The numbers as a size, or null where nobody can order them. */
export function sizeOfNumbers({ cpu, memory, storage }: Size): Size | null {
  const fits = (value: number, most: number) =>
    Number.isInteger(value) && value >= 1 && value <= most;
  return fits(cpu, sizeLimits.cpu) &&
    fits(memory, sizeLimits.memory) &&
    fits(storage, sizeLimits.storage)
    ? { cpu, memory, storage }
    : null;
}

/** Reads a wish from a query string; what can't be read counts as not said. */
export function readWish(query: { get(name: string): string | null }): Wish {
  const number = (name: string) => Number(query.get(name) ?? Number.NaN);
  return {
    location: query.get('location') || null,
    tier: query.get('tier') || null,
    size: sizeOfNumbers({ cpu: number('cpu'), memory: number('memory'), storage: number('disk') }),
    dedicated: query.get('cores') === 'dedicated',
    address: query.get('address') !== 'none',
    backup: query.get('backup') === 'yes',
  };
}

const text = (value: number | undefined) =>
  value !== undefined && Number.isFinite(value) ? String(value) : undefined;

/** The same as a query, for `paths.newInstance` and `paths.prices`; defaults are left out. */
export function wishQuery(wish: Partial<Wish>): Record<string, string | undefined> {
  return {
    location: wish.location ?? undefined,
    tier: wish.tier ?? undefined,
    cpu: text(wish.size?.cpu),
    memory: text(wish.size?.memory),
    disk: text(wish.size?.storage),
    cores: wish.dedicated ? 'dedicated' : undefined,
    address: wish.address === false ? 'none' : undefined,
    backup: wish.backup ? 'yes' : undefined,
  };
}

/** Whether a link asked for anything at all. */
export const isWish = ({ location, tier, size }: Wish): boolean =>
  location !== null || tier !== null || size !== null;

/** The wished location where it is one of these, else the first. */
export function locationOf(
  locations: readonly Row<'D75'>[] | undefined,
  wished: string | null,
): string {
  const found = locations?.find(({ id }) => id === wished) ?? locations?.[0];
  return found?.id ?? '';
}
