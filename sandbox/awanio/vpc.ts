/** The VPC of an organization, as the database stores it: one range of private addresses. */
import { randomUUID } from 'node:crypto';
import { addressNumber, addressOfNumber } from '../addresses';
import type { Store } from '../db';
import { Refusal } from '../refusal';
import type { Organization } from './groups';

export interface Vpc {
  uuid: string;
  /** The range has an id of its own. */
  range_uuid: string;
  tenant_id: string;
  organization_uuid: string;
  label: string;
  /** The number of the range's first address. */
  first: number;
  prefix: number;
  created_at: number;
  updated_at: number;
}

export const findVpc = (store: Store, organizationUuid: string) =>
  store.get<Vpc>('select * from vpcs where organization_uuid = ?', organizationUuid);

/** The number of addresses in a range, its two unusable ones included. */
export const countOf = (prefix: number) => 2 ** (32 - prefix);

/** Whether an address is in the range of a VPC. */
export function isInside({ first, prefix }: Vpc, address: string | null): boolean {
  if (!address) return false;
  const number = addressNumber(address);
  return number >= first && number < first + countOf(prefix);
}

/** Where the ranges of created VPCs begin; the machines without a VPC are in 10.42.0.0/16, before it. */
const firstRange = addressNumber('10.128.0.0');
const endOfRanges = addressNumber('11.0.0.0');

/** Finds the first range of that size that no VPC of the tenant overlaps. @throws Refusal 409 if there is none */
function freeRange(store: Store, tenantId: string, prefix: number): number {
  const taken = store.all<Vpc>('select * from vpcs where tenant_id = ?', tenantId);
  const size = countOf(prefix);
  for (let first = firstRange; first < endOfRanges; first += size) {
    const overlaps = (vpc: Vpc) =>
      vpc.first < first + size && first < vpc.first + countOf(vpc.prefix);
    if (!taken.some(overlaps)) return first;
  }
  throw new Refusal(409, 'THERE IS NO FREE RANGE OF THIS SIZE');
}

/** Stores a VPC. @param of.from the first address of its range, by default the first free range */
export function keepVpc(
  store: Store,
  of: { organization: Organization; label: string; prefix: number; from?: string; at: number },
): Vpc {
  const { uuid: organization_uuid, tenant_id } = of.organization;
  const vpc: Vpc = {
    uuid: randomUUID(),
    range_uuid: randomUUID(),
    tenant_id,
    organization_uuid,
    label: of.label,
    first: of.from ? addressNumber(of.from) : freeRange(store, tenant_id, of.prefix),
    prefix: of.prefix,
    created_at: of.at,
    updated_at: of.at,
  };
  store.insert('vpcs', { ...vpc });
  return vpc;
}

/** Finds a free address for a machine in the range of a VPC; null if it is full. */
export function freeInVpc(vpc: Vpc, taken: Iterable<string | null>): string | null {
  const used = new Set(taken);
  const end = vpc.first + countOf(vpc.prefix) - 1;
  // The first usable address is the gateway's.
  for (let number = vpc.first + 2; number < end; number += 1) {
    const address = addressOfNumber(number);
    if (!used.has(address)) return address;
  }
  return null;
}
