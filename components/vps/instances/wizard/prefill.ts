/**
 * The choices that a link to the form of a new instance makes beforehand:
 * `?location=1&tier=2&cpu=2&memory=4&disk=60&cores=dedicated&address=none&backup=yes`. The form starts from them, and the
 * page of prices calculates with them. Pure and browser-safe.
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

export interface Prefill {
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

/** Reads a prefill from a query string; what can't be read is left out. */
export function readPrefill(query: { get(name: string): string | null }): Prefill {
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

/** A prefill as a query, for `paths.newInstance` and `paths.prices`; defaults are left out. */
export function prefillQuery(prefill: Partial<Prefill>): Record<string, string | undefined> {
  return {
    location: prefill.location ?? undefined,
    tier: prefill.tier ?? undefined,
    cpu: text(prefill.size?.cpu),
    memory: text(prefill.size?.memory),
    disk: text(prefill.size?.storage),
    cores: prefill.dedicated ? 'dedicated' : undefined,
    address: prefill.address === false ? 'none' : undefined,
    backup: prefill.backup ? 'yes' : undefined,
  };
}

/** Whether a link prefills a location, a tier or a size. */
export const isPrefilled = ({ location, tier, size }: Prefill): boolean =>
  location !== null || tier !== null || size !== null;

/** The wanted location if it is one of these, else the first one. */
export function locationOf(
  locations: readonly Row<'D75'>[] | undefined,
  wanted: string | null,
): string {
  const found = locations?.find(({ id }) => id === wanted) ?? locations?.[0];
  return found?.id ?? '';
}
