/** What a location offers and at what price, read in two rounds: the form of a new instance and the prices. Server only. */
import type { Row } from '@/lib/contract/types';
import { readForPage, type ForPage } from '@/lib/next/read-for-page';
import { locationOf, type Prefill } from './prefill';

/** The tiers, of all that there are, whose prices a page begins with. */
type Choose = (tiers: readonly Row<'D76'>[]) => readonly Row<'D76'>[];

/** The tier that a form starts with. */
export const startingTier =
  ({ tier }: Pick<Prefill, 'tier'>): Choose =>
  (tiers) => {
    const found = tiers.find(({ id }) => id === tier) ?? tiers[0];
    return found ? [found] : [];
  };

/** More tiers than these are priced when the location's own are known: of others the prices would be asked in vain. */
const mostGuessed = 4;
/** All tiers of a location. */
export const everyTier: Choose = (tiers) => tiers;

export interface Place<More> {
  locations: ForPage<'D75'>;
  /** The wanted location, else the first one; empty where there is none. */
  location: string;
  /** What the location offers; null without one. */
  tiers: ForPage<'D76'> | null;
  images: ForPage<'D74'> | null;
  prices: readonly ForPage<'D77'>[];
  /** What the page asks of the location besides. */
  more: More | null;
}

/**
 * Reads what a page about new instances starts from. What the wanted location offers is asked at once. Where none is
 * named, the tiers of all locations are asked beside the locations, and tell whose prices to ask beside what the first
 * location offers.
 * @param account its slug
 * @param readMore reads what else a page asks of a location
 */
export async function readPlace<More>(
  account: string,
  wanted: string | null,
  choose: Choose,
  readMore: (location: string) => Promise<More> | null,
): Promise<Place<More>> {
  const asked = new Map<string, Promise<ForPage<'D77'>>>();
  const readPrice = (tier: string) => {
    const read = asked.get(tier) ?? readForPage('D77', { params: { tier_id: tier } }, account);
    asked.set(tier, read);
    return read;
  };
  const readPrices = (tiers: readonly Row<'D76'>[]) =>
    Promise.all(choose(tiers).map(({ id }) => readPrice(id)));
  const readHere = async (location: string) => {
    const priced = async () => {
      const tiers = await readForPage('D76', { query: { location_id: location } }, account);
      return { tiers, prices: await readPrices(tiers.data?.data ?? []) };
    };
    const [tiers, images, more] = await Promise.all([
      priced(),
      readForPage('D74', { query: { location } }, account),
      readMore(location),
    ]);
    return { ...tiers, images, more };
  };
  const guess = async () => {
    const tiers = await readForPage('D76', {}, account);
    const all = tiers.data?.data ?? [];
    if (choose(all).length <= mostGuessed) await readPrices(all);
  };
  const early = wanted === null ? null : readHere(wanted);
  const guessed = wanted === null ? guess() : early;
  guessed?.catch(() => {}); // told by who awaits the same reads below
  const locations = await readForPage('D75', {}, account);
  const location = locationOf(locations.data?.data, wanted);
  if (location === '')
    return { locations, location, tiers: null, images: null, prices: [], more: null };
  const here = await (early && location === wanted ? early : readHere(location));
  return { locations, location, ...here };
}
