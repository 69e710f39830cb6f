/** Reads whose answers stay good for minutes. Browser-safe. */
import type { Ref } from './index';

const minutes = 60_000;

/** What a provider offers and at what price: locations, sizes, systems, tiers, unit prices, kinds of disks, images, plans. */
const catalogue = ['D01', 'D36', 'D63', 'D74', 'D75', 'D76', 'D77', 'A33', 'A34'] as const;
/** What earlier months cost. The running month's sum is in it, too, and grows by the hour. */
const bills = ['D88', 'D89'] as const;
/** What only the person's own changes change: keys to choose from, keys that a machine was made with, who is in a network. */
const own = ['D48', 'D51', 'D73'] as const;

const entries = (refs: readonly Ref[], lasts: number) => refs.map((ref) => [ref, lasts] as const);
const provided = new Map<Ref, number>([
  ...entries(catalogue, 5 * minutes),
  ...entries(bills, 10 * minutes),
]);
const inBrowser = new Map<Ref, number>([...provided, ...entries(own, 5 * minutes)]);

/**
 * Milliseconds for which one answer of a read serves everybody with the same credential, whatever they change meanwhile;
 * null for what a change may change.
 */
export const lastsFor = (ref: Ref): number | null => provided.get(ref) ?? null;

/** Milliseconds for which an answer is good enough for the page that has it, unless the person changes it. */
export const goodFor = (ref: Ref): number | null => inBrowser.get(ref) ?? null;
