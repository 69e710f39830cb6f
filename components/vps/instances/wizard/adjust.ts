/**
 * Changes the chosen values to fit what the location offers. Pure. The form keeps the chosen values, so that they come
 * back with another location; the screen and the order use the fitting values.
 */
import type { Row } from '@/lib/contract/types';
import { imageName, type WizardValues } from './values';

/** What the location offers; null while it isn't known. */
export interface Offered {
  images: readonly Row<'D74'>[] | null;
  tiers: readonly Row<'D76'>[] | null;
  networks: readonly Row<'D56'>[] | null;
  addresses: readonly Row<'D57'>[] | null;
  keys: readonly Row<'D73'>[] | null;
}

/** A choice that was changed, with the names of the old and the new one. `keys` counts the keys that were removed. */
export type Change =
  | { what: 'image' | 'tier'; from: string; to: string }
  | { what: 'network' | 'address'; from: string }
  | { what: 'keys'; count: number };

/** The fitting values, and what was changed to get them. */
export interface Adjusted {
  values: WizardValues;
  changes: Change[];
}

/**
 * Replaces each chosen value that the location doesn't offer.
 * @param chosen the values of the form
 * @param nameOf returns the name of an id that was offered before, because people never see an id
 */
export function adjust(
  chosen: WizardValues,
  offered: Offered,
  nameOf: (id: string) => string,
): Adjusted {
  const values = { ...chosen };
  const changes: Change[] = [];
  const image = offered.images?.[0];
  if (
    offered.images &&
    image &&
    !offered.images.some((one) => one.template_id === chosen.template_id)
  ) {
    values.template_id = image.template_id;
    changes.push({ what: 'image', from: nameOf(chosen.template_id), to: imageName(image) });
  }
  const tier = offered.tiers?.[0];
  if (offered.tiers && tier && !offered.tiers.some((one) => one.id === chosen.tier_id)) {
    values.tier_id = tier.id;
    changes.push({ what: 'tier', from: nameOf(chosen.tier_id), to: tier.name ?? tier.id });
  }
  if (
    chosen.vswitch !== '' &&
    offered.networks &&
    !offered.networks.some((one) => one.uuid === chosen.vswitch)
  ) {
    values.vswitch = '';
    changes.push({ what: 'network', from: nameOf(chosen.vswitch) });
  }
  if (
    chosen.address === 'existing' &&
    offered.addresses &&
    !offered.addresses.some((one) => one.uuid === chosen.public_network)
  ) {
    const free = offered.addresses[0];
    // If no address was chosen yet, take the first free one. If the chosen one is gone, order a new one and say so.
    if (chosen.public_network === '' && free) values.public_network = free.uuid;
    else {
      values.address = 'new';
      values.public_network = '';
      if (chosen.public_network !== '')
        changes.push({ what: 'address', from: nameOf(chosen.public_network) });
    }
  }
  const { keys } = offered;
  if (keys) {
    // Signing in with a key is safer than by password, so the first key is chosen until the person chooses.
    const wanted = chosen.ssh_keys ?? keys.slice(0, 1).map(({ id }) => id);
    values.ssh_keys = wanted.filter((id) => keys.some((key) => key.id === id));
    const count = wanted.length - values.ssh_keys.length;
    if (count > 0) changes.push({ what: 'keys', count });
  }
  return { values, changes };
}
