/** What stopping or deleting machines changes of the costs, in rupiah an hour. Pure and browser-safe. */
import type { List, Row } from '@/lib/contract/types';
import { changeOf, wholeSum, type UnitPrice } from '@/lib/pricing';
import { pricedPartsOf, priceOf } from '../lifecycle/prices';
import type { Machine } from '../machine';

/** What tells the tier of a machine: its name and its location. A machine that names no tier stands for its own. */
export const tierOf = ({ tier, location, uuid }: Machine): string =>
  tier === null ? uuid : `${location} ${tier}`;

/**
 * What stopping machines adds, below 0 since it saves.
 * @param pricesOf the unit prices (D77) of what `tierOf` gives
 * @returns null while a price isn't known
 */
export const stopChange = (
  machines: readonly Machine[],
  pricesOf: (tier: string) => readonly UnitPrice[] | undefined,
): number | null =>
  wholeSum(
    machines.map((machine) => {
      const stopped = priceOf(pricesOf(tierOf(machine)), pricedPartsOf(machine), 'stopped');
      return changeOf(stopped.perHour, machine.price_per_hour);
    }),
  );

/** What is deleted with machines, and the lists that tell its prices. */
export interface DeletedWith {
  /** Whether the addresses are deleted, too; else they stay and cost what D58 says. */
  address: boolean;
  addresses: Pick<List<Row<'D58'>>, 'data'> | undefined;
  /** Whether the attached volumes are deleted, too; else they stay and cost what they did. */
  disks: boolean;
  volumes: List<Row<'D64'>> | undefined;
}

/** The prices of the addresses that stay, or null for one that isn't known. */
const keptAddresses = (machines: readonly Machine[], { addresses }: DeletedWith) =>
  machines.flatMap(({ ip_address: ip }) => {
    if (ip === null) return [];
    const row = addresses?.data.find(({ ip_address: address }) => address === ip);
    return [row?.price_per_hour ?? null];
  });

/** The prices of the volumes that go; null if not all of them are known. */
function lostVolumes(machines: readonly Machine[], { volumes }: DeletedWith) {
  if (!volumes || (volumes.page?.total ?? 0) > volumes.data.length) return [null];
  const uuids = new Set(machines.map(({ uuid }) => uuid));
  return volumes.data
    .filter(({ attached_to: to }) => uuids.has(to?.uuid ?? ''))
    .map(({ price_per_hour: price }) => price);
}

/**
 * What deleting machines adds, below 0 since it saves. The price of a machine counts its address.
 * @returns null while a price isn't known
 */
export function deleteChange(machines: readonly Machine[], lists: DeletedWith): number | null {
  const gone = wholeSum([
    ...machines.map(({ price_per_hour: price }) => price),
    ...(lists.disks ? lostVolumes(machines, lists) : []),
  ]);
  return changeOf(lists.address ? 0 : wholeSum(keptAddresses(machines, lists)), gone);
}
