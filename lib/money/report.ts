/** The costs in a monthly report of DewaVPS, D89, as lines that add up. Pure; for server and browser. */
import type { Result } from '@/lib/contract/types';
import { added } from './sum';

type Report = Pick<Result<'D89'>, 'total' | 'services'>;
type Service = Report['services'][number];
type Thing = Service['reports'][number];

/** A line of the report. */
export interface ReportLine {
  id: string;
  /** What it is about. A difference is what a sum has beyond the lines in it. */
  kind: 'service' | 'thing' | 'part' | 'difference';
  /** How deep it stands: 0 a service, 1 a thing in it, 2 a part of that. */
  depth: 0 | 1 | 2;
  /** Empty for a difference. */
  name: string;
  /** The kind and plan of a thing. */
  plan: string | null;
  /** Rupiah an hour, of a part. */
  price: number | null;
  hours: number | null;
  /** Rupiah. */
  cost: number;
}

const sumOf = (lines: readonly { cost: number }[]) => added(lines.map(({ cost }) => cost));

const plain = { plan: null, price: null, hours: null };

/** A line for what a sum has beyond its lines, where they don't agree. */
function difference(id: string, depth: ReportLine['depth'], said: number, made: number) {
  const cost = added([said, -made]);
  const line: ReportLine = { ...plain, id: `${id}/?`, kind: 'difference', depth, name: '', cost };
  return cost === 0 ? [] : [line];
}

function thingLines(thing: Thing, id: string): ReportLine[] {
  const parts = thing.details.map((part, at): ReportLine => ({
    id: `${id}/${at}`,
    kind: 'part',
    depth: 2,
    name: part.name ?? '',
    plan: null,
    price: part.base_price,
    hours: part.total_uptime_hour,
    cost: part.total_cost ?? 0,
  }));
  const cost = thing.total_cost ?? sumOf(parts);
  const plan = [...new Set([thing.service_type, thing.tier_name])].filter(Boolean).join(' · ');
  return [
    {
      ...plain,
      id,
      kind: 'thing',
      depth: 1,
      name: thing.service_name ?? thing.id ?? '',
      plan: plan || null,
      cost,
    },
    ...parts,
    ...(parts.length === 0 ? [] : difference(id, 2, cost, sumOf(parts))),
  ];
}

function serviceLines(service: Service, id: string): ReportLine[] {
  const inside = service.reports.flatMap((thing, at) => thingLines(thing, `${id}/${at}`));
  const made = sumOf(inside.filter(({ kind }) => kind === 'thing'));
  const cost = service.total ?? made;
  return [
    { ...plain, id, kind: 'service', depth: 0, name: service.service ?? '', cost },
    ...inside,
    ...(inside.length === 0 ? [] : difference(id, 1, cost, made)),
  ];
}

/**
 * The lines of a report, and its total. The figures are the provider's: where a sum isn't that of its lines, a line names the
 * difference, so that everything on screen, on paper and in a file adds up.
 */
export function reportLines({ total, services }: Report): { lines: ReportLine[]; total: number } {
  const lines = services.flatMap((service, at) => serviceLines(service, String(at)));
  const made = sumOf(lines.filter(({ kind }) => kind === 'service'));
  const said = total ?? made;
  return { lines: [...lines, ...difference('all', 0, said, made)], total: said };
}

/** By what the costs of a report are added up. */
export const reportWays = ['service', 'thing', 'part'] as const;
export type ReportWay = (typeof reportWays)[number];

/** A sum of a report's lines. Name is empty for what belongs to no line. */
export interface ReportSum {
  name: string;
  cost: number;
}

/**
 * Adds the costs up by service, by thing, or by the name of a part, the dearest first. Every way makes the report's total:
 * what has no line of that kind counts under an empty name.
 */
export function reportSums(
  { lines, total }: ReturnType<typeof reportLines>,
  by: ReportWay,
): ReportSum[] {
  const sums = new Map<string, number>();
  for (const { kind, name, cost } of lines)
    if (kind === by) sums.set(name, added([sums.get(name) ?? 0, cost]));
  const rest = added([total, ...[...sums.values()].map((cost) => -cost)]);
  if (rest !== 0) sums.set('', added([sums.get('') ?? 0, rest]));
  return [...sums].map(([name, cost]) => ({ name, cost })).sort((a, b) => b.cost - a.cost);
}
