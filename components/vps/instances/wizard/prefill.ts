/**
 * The values that a link to the form of a new instance fills in:
 * `?location=1&tier=2&cpu=2&memory=4&disk=60&cores=dedicated&address=none&backup=yes`. The form starts from them, and the
 * price page calculates with them. Pure and browser-safe.
 */
import type { Row } from '@/lib/contract/types';
import { sizeLimits } from '../rules';

/** The three numbers of a size. */
export interface Size {
  /** Cores. */
  cpu: number;
  /** GB. */
  memory: number;
  /** GB. */
  storage: number;
}

/** The values that a link fills in. */
export interface Prefill {
  /** Id of a location from the URL. The location may not exist. */
  location: string | null;
  /** Id of a tier from the URL. The tier may not exist. */
  tier: string | null;
  /** Null unless the URL has all three numbers and they can be ordered. */
  size: Size | null;
  dedicated: boolean;
  /** Whether a new public address is ordered. */
  address: boolean;
  backup: boolean;
}

/** The numbers as a size; null when they are not whole or outside the limits. */
export function sizeOfNumbers({ cpu, memory, storage }: Size): Size | null {
  const fits = (value: number, most: number) =>
    Number.isInteger(value) && value >= 1 && value <= most;
  return fits(cpu, sizeLimits.cpu) &&
    fits(memory, sizeLimits.memory) &&
    fits(storage, sizeLimits.storage)
    ? { cpu, memory, storage }
    : null;
}

/** Reads a prefill from a query string. A value that can't be read counts as absent. */
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

/** A prefill as query parameters for `paths.newInstance` and `paths.prices`. Default values are left out. */
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

/** The wanted location if it is in the list, otherwise the first one; empty when the list isn't known. */
export function locationOf(
  locations: readonly Row<'D75'>[] | undefined,
  wanted: string | null,
): string {
  const found = locations?.find(({ id }) => id === wanted) ?? locations?.[0];
  return found?.id ?? '';
}
