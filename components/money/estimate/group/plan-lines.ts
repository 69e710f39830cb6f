/**
 * The lines of an organization's estimate: plans of the provider's price list. A line carries the plan's name, so that a
 * plan that is no longer offered can be named. Pure.
 */
import { costOf, nodesOf } from '@/components/organization/clusters/cluster';
import type { Priced } from '@/components/organization/vms/price';
import type { EstimateItem } from '@/lib/pricing';
import type { Plan, PlanKind } from '../../offers/group/plans';
import type { EstimateLine } from '../lines';

/** The kinds of plans that an estimate can hold, and what they are among costs. A further kind is a line here. */
const services = {
  vm: 'running',
  baremetal: 'running',
  volume: 'disks',
  pods: 'running',
  ip: 'addresses',
} as const satisfies Partial<Record<PlanKind, EstimateItem['service']>>;

export type EstimateKind = keyof typeof services;

/** The kinds, in the order in which they are offered. */
export const estimateKinds = Object.keys(services) as EstimateKind[];

/** Whether an estimate can hold plans of a kind. */
export const isEstimateKind = (kind: string): kind is EstimateKind => Object.hasOwn(services, kind);

/** The further part of a line for clusters with high availability. */
const available = 'ha';

/**
 * A line with one of a plan; null for a kind that an estimate doesn't hold.
 * @param highlyAvailable whether it is a cluster with high availability
 */
export function planLine(
  { kind, uuid, name }: Plan,
  { count = 1, highlyAvailable = false } = {},
): EstimateLine | null {
  if (!isEstimateKind(kind)) return null;
  const of = [uuid, name];
  return { kind, count, of: highlyAvailable && kind === 'pods' ? [...of, available] : of };
}

/** Why a line isn't in the sum: of a kind that isn't known, no longer offered, or without a price. */
export type LeftOut = 'kind' | 'gone' | 'unpriced';

/** What a line of an estimate means by the price list of now. */
export interface MeantPlan {
  /** The plan's name now, else the one that the line carries. */
  name: string;
  plan: Plan | null;
  service: EstimateItem['service'];
  leftOut: LeftOut | null;
  /** The price of one: of a cluster for all its nodes. Null if it isn't known. */
  price: Priced | null;
  /** The number of nodes of a cluster; null for other kinds. */
  nodes: number | null;
}

/** Finds the plan of a line. @param plans the price list; null while it isn't there, so that nothing counts as gone */
export function meantPlan(
  { kind, of: [uuid = '', name, more] }: EstimateLine,
  plans: readonly Plan[] | null,
): MeantPlan {
  const nodes = kind === 'pods' ? nodesOf(more === available) : null;
  const named = { name: name || uuid, plan: null, price: null, nodes };
  if (!isEstimateKind(kind)) return { ...named, service: 'unknown', leftOut: 'kind' };
  const service = services[kind];
  if (plans === null) return { ...named, service, leftOut: null };
  const plan = plans.find((one) => one.uuid === uuid && one.kind === kind);
  if (!plan) return { ...named, service, leftOut: 'gone' };
  const price = costOf({ node: plan, volume: null }, nodes ?? 1);
  const unpriced = price.perHour === null || price.perMonth === null;
  const found = { name: plan.name, plan, nodes, service };
  return unpriced
    ? { ...found, leftOut: 'unpriced', price: null }
    : { ...found, leftOut: null, price };
}
