/**
 * The values that a link to the wizard fills in: `?plan=<uuid>&image=<uuid>&address=new`. `address` is `none`, `new`, `kept`
 * (new, and kept when the machine is deleted) or the uuid of a reserved address. Pure and browser-safe.
 */
import { fits, findChoice, type Grouped, type ImageChoice, type PlanChoice } from './catalogue';
import { defaults, type OrderTerms, type VmValues } from './values';

/** What a link asks for. Nothing of it needs to exist. */
export interface VmPrefill {
  plan?: string | undefined;
  image?: string | undefined;
  address?: string | undefined;
}

/** Reads a prefill from a query string. */
export function readVmPrefill(query: { get(name: string): string | null }): VmPrefill {
  const [plan, image, address] = ['plan', 'image', 'address'].map(
    (name) => query.get(name) || undefined,
  );
  return { plan, image, address };
}

/** A prefill as query parameters for `paths.newVm`. */
export const vmPrefillQuery = ({ plan, image, address }: VmPrefill) => ({ plan, image, address });

type Addressed = Pick<VmValues, 'external' | 'reserve' | 'address'>;

/** @param reusable whether a reserved address can be given to a machine */
function addressOf(asked: string | undefined, reusable: boolean): Partial<Addressed> | null {
  if (asked === undefined) return null;
  if (asked === 'none') return { external: 'none' };
  if (asked === 'new' || asked === 'kept') return { external: 'new', reserve: asked === 'kept' };
  return reusable ? { external: 'existing', address: asked } : null;
}

interface Offers {
  images: readonly Grouped<ImageChoice>[];
  plans: readonly Grouped<PlanChoice>[];
}

/** The first values of the form, and which of them the link gave. */
export interface Start {
  values: VmValues;
  given: (keyof VmValues)[];
}

const all = <Choice>(groups: readonly Grouped<Choice>[]): Choice[] =>
  groups.flatMap(({ choices }) => choices);

/**
 * Makes the first values: what the link asks for as far as it is offered, otherwise the first image and the cheapest plan
 * on which it fits. A plan of the link that is sold out leaves the plan open.
 */
export function startOf(
  { images, plans }: Offers,
  asked: VmPrefill,
  { keyId, addressField }: OrderTerms,
): Start {
  const wanted = asked.plan === undefined ? undefined : findChoice(plans, asked.plan);
  const askedImage = asked.image === undefined ? undefined : findChoice(images, asked.image);
  const image =
    askedImage ?? all(images).find((one) => !wanted || fits(wanted, one)) ?? all(images)[0];
  const fitting = all(plans).filter((one) => !one.soldOut && fits(one, image));
  const plan = wanted ? fitting.find(({ uuid }) => uuid === wanted.uuid) : fitting[0];
  const address = addressOf(asked.address, addressField !== null);
  // Signing in with a key is safer, so it is chosen where it can be ordered.
  const method = keyId === null ? 'password' : 'key';
  return {
    values: { ...defaults, method, image: image?.uuid ?? '', plan: plan?.uuid ?? '', ...address },
    given: [
      ...(wanted ? (['plan', 'image'] as const) : []),
      ...(askedImage && !wanted ? (['image'] as const) : []),
      ...(address ? (['external', 'reserve', 'address'] as const) : []),
    ],
  };
}
