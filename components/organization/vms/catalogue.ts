/** Makes the wizard's choices of the provider's catalogues (A33) and prices (A34). */
import type { Row } from '@/lib/contract/types';
import { priceOf, type Priced } from './price';

/** An image that the wizard offers. */
export interface ImageChoice {
  uuid: string;
  name: string;
  /** The least disk that it needs, in GB. */
  minDisk: number;
}

/** A plan that the wizard offers. */
export interface PlanChoice extends Priced {
  uuid: string;
  name: string;
  vcpu: number | null;
  /** MB */
  ram: number | null;
  /** GB */
  disk: number | null;
  /** TB a month */
  transfer: number | null;
  /** What may be used for nothing, and its unit, such as `hour`; null if there is no such amount. */
  free: { amount: number; unit: string } | null;
  soldOut: boolean;
}

/** Choices of one group. */
export interface Grouped<Choice> {
  /** The provider's name of the group; empty if it has none. */
  name: string;
  choices: Choice[];
}

/** Groups choices. The groups are in the order in which they first occur. */
function grouped<Item, Choice>(
  items: readonly Item[],
  nameOf: (item: Item) => string | null,
  choiceOf: (item: Item) => Choice,
): Grouped<Choice>[] {
  const groups = new Map<string, Choice[]>();
  for (const item of items) {
    const name = nameOf(item) ?? '';
    groups.set(name, [...(groups.get(name) ?? []), choiceOf(item)]);
  }
  return [...groups].map(([name, choices]) => ({ name, choices }));
}

/** Images for virtual machines. One that names no service is offered too, since the backend decides. */
export function imageGroups(images: readonly Row<'A33'>[]): Grouped<ImageChoice>[] {
  return grouped(
    images.filter(({ service }) => service === null || service === 'compute'),
    ({ group }) => group,
    ({ uuid, name, slug, min_storage_gb }) => ({
      uuid,
      name: name ?? slug ?? uuid,
      minDisk: min_storage_gb ?? 0,
    }),
  );
}

/** The free usage of a plan, which the provider counts in the unit of its price. */
export function freeOf({
  maximum_free_usage: amount,
  pricing_unit: unit,
}: Pick<Row<'A34'>, 'maximum_free_usage' | 'pricing_unit'>): PlanChoice['free'] {
  return amount !== null && amount > 0 ? { amount, unit: unit?.toLowerCase() ?? '' } : null;
}

const gone = /sold|unavailable|not[ _-]?available|out[ _-]?of|inactive|disabled|full|empty/i;

/** Whether the provider says that a plan can't be ordered now. */
export const isSoldOut = ({ availability }: Pick<Row<'A34'>, 'availability'>): boolean =>
  gone.test(availability ?? '');

/** Less memory than this for pods is written in GB, although the field is for MB (QA9). */
const leastMegabytes = 128;

/** The memory of a plan for pods, in MB; null if it names none. */
export function podRam(ram: number | null): number | null {
  if (ram === null || ram <= 0) return null;
  return ram < leastMegabytes ? ram * 1024 : ram;
}

/** Plans for virtual machines. In each group, the cheapest is first. */
export function planGroups(plans: readonly Row<'A34'>[]): Grouped<PlanChoice>[] {
  const fitting = plans.filter(
    ({ suitable_for }) => suitable_for === null || suitable_for === 'vm',
  );
  const groups = grouped(
    fitting,
    ({ plans_type }) => plans_type?.toLowerCase() ?? null,
    (plan): PlanChoice => ({
      uuid: plan.uuid,
      name: plan.instance_type ?? plan.uuid,
      vcpu: plan.vcpu_core,
      ram: plan.ram_mb,
      disk: plan.storage_gb,
      transfer: plan.transfer_tb,
      free: freeOf(plan),
      soldOut: isSoldOut(plan),
      ...priceOf(plan),
    }),
  );
  for (const { choices } of groups) {
    choices.sort((a, b) => (a.perHour ?? Infinity) - (b.perHour ?? Infinity));
  }
  return groups;
}

/** Rupiah an hour of an external address, if the provider has a single price for it; otherwise null. */
export function addressPrice(prices: readonly Row<'A34'>[]): number | null {
  const [only, ...others] = prices.filter(({ suitable_for }) => suitable_for === 'ip');
  return only && others.length === 0 ? priceOf(only).perHour : null;
}

/** Whether a plan's disk is large enough for an image. A disk of unknown size counts as large enough. */
export function fits(plan: PlanChoice, image: ImageChoice | undefined): boolean {
  return !image || plan.disk === null || plan.disk >= image.minDisk;
}

/** The same groups, in which some plans are sold out although the provider's list may not say so. */
export function withSoldOut(
  groups: readonly Grouped<PlanChoice>[],
  gone: ReadonlySet<string>,
): readonly Grouped<PlanChoice>[] {
  if (gone.size === 0) return groups;
  const mark = (plan: PlanChoice) => (gone.has(plan.uuid) ? { ...plan, soldOut: true } : plan);
  return groups.map(({ name, choices }) => ({ name, choices: choices.map(mark) }));
}

/** Finds a choice by its uuid in all groups. */
export function findChoice<Choice extends { uuid: string }>(
  groups: readonly Grouped<Choice>[],
  uuid: string,
): Choice | undefined {
  for (const { choices } of groups) {
    const found = choices.find((choice) => choice.uuid === uuid);
    if (found) return found;
  }
  return undefined;
}
