/** The values of the form of a new instance, and the order (D03) that is made from them. */
import type { Input, Row } from '@/lib/contract/types';
import type { PricedOrder } from '@/lib/pricing';
import { locationOf, sizeOfNumbers, type Prefill } from './prefill';

/** The values of the form. */
export interface WizardValues {
  location_id: string;
  template_id: string;
  /** Id of a size template, or `own`. */
  size: string;
  /** Cores; NaN while the field is empty. */
  cpu: number;
  /** GB. */
  memory: number;
  /** GB. */
  storage: number;
  cpu_kind: 'shared' | 'dedicated';
  tier_id: string;
  address: 'new' | 'existing' | 'none';
  /** Uuid of a free address, for `existing`. */
  public_network: string;
  /** Uuid of a private network; empty for none. */
  vswitch: string;
  include_backup: boolean;
  hostname: string;
  username: string;
  password: string;
  /** Ids of keys from D73; null until the person has chosen, which means the first one (`adjust`). */
  ssh_keys: string[] | null;
}

type Image = Row<'D74'>;
/** One of the provider's sizes: a row of D01. */
export type SizeTemplate = Row<'D01'>;

/** The disk in GB that an image needs; 0 when the backend doesn't say. */
export const minDisk = (image: Pick<Image, 'min_storage'> | undefined): number =>
  image?.min_storage ?? 0;

/** The name of an image: `Ubuntu 24.04`. */
export const imageName = (image: Pick<Image, 'name' | 'version' | 'template_id'>): string =>
  [image.name, image.version].filter(Boolean).join(' ') || image.template_id;

/** The smallest size template whose disk is large enough for an image; undefined when none is. */
export function fittingSize(
  sizes: readonly SizeTemplate[],
  image: Image | undefined,
): SizeTemplate | undefined {
  return sizes
    .filter((size) => (size.total_disk ?? 0) >= minDisk(image))
    .sort((a, b) => (a.total_disk ?? 0) - (b.total_disk ?? 0))[0];
}

/** The id of the size template with these numbers; `own` when no template has them. */
export function sizeOf(
  sizes: readonly SizeTemplate[],
  { cpu, memory, storage }: Pick<WizardValues, 'cpu' | 'memory' | 'storage'>,
): string {
  const same = sizes.find(
    (size) => size.total_cpu === cpu && size.total_ram === memory && size.total_disk === storage,
  );
  return same?.id ?? 'own';
}

/** What the form can offer at its start. Images and tiers are those of its first location. */
interface FormOffers {
  locations: readonly Row<'D75'>[];
  images: readonly Image[];
  tiers: readonly Row<'D76'>[];
  sizes: readonly SizeTemplate[];
}

/**
 * A prefilled size with the first image that fits into it; without a prefilled size, the first image with the smallest
 * size that it fits into.
 */
function startingSize({ images, sizes }: FormOffers, wanted: Prefill['size'] | undefined) {
  if (wanted) {
    const image = images.find((one) => minDisk(one) <= wanted.storage) ?? images[0];
    return { image, size: sizeOf(sizes, wanted), ...wanted };
  }
  const image = images[0];
  const size = fittingSize(sizes, image);
  return {
    image,
    size: size?.id ?? 'own',
    cpu: size?.total_cpu ?? 1,
    memory: size?.total_ram ?? 1,
    storage: size?.total_disk ?? Math.max(20, minDisk(image)),
  };
}

/**
 * The values that a new form starts with: the first of each choice, the smallest size that fits, and a new address. A
 * prefill replaces what it names, if that is offered.
 */
export function defaults(known: FormOffers, prefill?: Prefill): WizardValues {
  const { image, ...size } = startingSize(known, prefill?.size);
  const tier = known.tiers.find(({ id }) => id === prefill?.tier) ?? known.tiers[0];
  return {
    location_id: locationOf(known.locations, prefill?.location ?? null),
    template_id: image?.template_id ?? '',
    ...size,
    cpu_kind: prefill?.dedicated ? 'dedicated' : 'shared',
    tier_id: tier?.id ?? '',
    address: prefill?.address === false ? 'none' : 'new',
    public_network: '',
    vswitch: '',
    include_backup: prefill?.backup ?? false,
    hostname: '',
    username: '',
    password: '',
    ssh_keys: null,
  };
}

/** The form's choices as a prefill, so that the price page can calculate with them. */
export const prefillOf = (values: WizardValues): Partial<Prefill> => ({
  location: values.location_id,
  size: sizeOfNumbers(values),
  dedicated: values.cpu_kind === 'dedicated',
  address: values.address === 'new',
  backup: values.include_backup,
});

/** The fields that a prefill sets. The draft of an earlier visit doesn't overwrite them. */
export const prefillFields = [
  'location_id',
  'tier_id',
  'size',
  'cpu',
  'memory',
  'storage',
  'cpu_kind',
  'address',
  'include_backup',
] as const satisfies readonly (keyof WizardValues)[];

/** The order (D03) with these values. Ids stay text: the contract turns them into the backend's numbers. */
export function orderOf(values: WizardValues): NonNullable<Input<'D03'>['body']> {
  const dedicated = values.cpu_kind === 'dedicated';
  return {
    location_id: values.location_id,
    tier_id: values.tier_id,
    template_id: values.template_id,
    hostname: values.hostname,
    cpu: values.cpu,
    memory: values.memory,
    storage: values.storage,
    username: values.username,
    password: values.password,
    use_public_ip: values.address !== 'none',
    use_shared_cpu: !dedicated,
    use_dedicated_cpu: dedicated,
    include_backup: values.include_backup,
    ...(values.address === 'existing' ? { public_network: values.public_network } : {}),
    ...(values.vswitch === '' ? {} : { vswitch: values.vswitch }),
    ...(values.ssh_keys?.length ? { ssh_keys: values.ssh_keys } : {}),
  };
}

/** The values that have a price. */
export function pricedOf(values: WizardValues): PricedOrder {
  return {
    cpu: values.cpu,
    memory: values.memory,
    storage: values.storage,
    dedicated: values.cpu_kind === 'dedicated',
    backup: values.include_backup,
    newAddresses: values.address === 'new' ? 1 : 0,
  };
}

/** Images by the name of their system, in the backend's order. */
export function bySystem(images: readonly Image[]): Map<string, Image[]> {
  const systems = new Map<string, Image[]>();
  for (const image of images) {
    const name = image.name ?? image.template_id;
    systems.set(name, [...(systems.get(name) ?? []), image]);
  }
  return systems;
}
