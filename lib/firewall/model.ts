/**
 * The model of a machine's firewall, from the answers of D35, D38 and D43. Rules are tried in their order, the first
 * that applies decides, and the default policy decides the rest (source: contract section 4.5).
 */
import type { Result, Row } from '@/lib/contract/types';
import { isAnywhere } from '@/lib/contract/reading/network';
import { everyone, readBlock, union, type Block, type Spans } from './addresses';
import { readPorts, type Ports } from './ports';

export type Verdict = 'accept' | 'drop';
export type Protocol = 'tcp' | 'udp';

/** The source of a rule's connections. */
export type Source =
  | { kind: 'any' }
  | { kind: 'block'; block: Block }
  | { kind: 'set'; id: string }
  /** A source of the backend that we can't parse. */
  | { kind: 'unread'; text: string };

/** A rule that we can parse; all others are an `UnreadRule`. */
export interface Rule {
  id: string;
  /** The position in the list, from 1. */
  number: number;
  verdict: Verdict;
  protocol: Protocol;
  ports: Ports;
  source: Source;
  description: string;
  enabled: boolean;
}

/** A rule that we can't parse. It is shown as the backend gives it, and ignored in decisions. */
export interface UnreadRule {
  id: string;
  number: number;
  /** The backend's row. */
  said: Row<'D38'>;
}

/** One address or block of an IP set; `block` is null if it can't be parsed. */
export interface Entry {
  id: string;
  /** As the backend gives it. */
  cidr: string;
  block: Block | null;
  description: string;
}

/** A named list of addresses, which belongs to one machine. */
export interface IpSet {
  id: string;
  name: string;
  description: string;
  entries: readonly Entry[];
}

/** A machine's firewall. */
export interface Firewall {
  /** What happens to connections that no rule decides; null if it couldn't be loaded. */
  policy: Verdict | null;
  rules: readonly Rule[];
  unread: readonly UnreadRule[];
  /** Null if they couldn't be loaded. */
  sets: readonly IpSet[] | null;
}

/** The verdict of the contract's action, `A` or `D`; null for anything else. */
const verdictOf = (action: string | null | undefined): Verdict | null =>
  action === 'A' ? 'accept' : action === 'D' ? 'drop' : null;

/** The contract's action for a verdict. */
export const actionOf = (verdict: Verdict): 'A' | 'D' => (verdict === 'accept' ? 'A' : 'D');

/** Where a row's connections come from. A set goes before an address: a rule has one of them. */
function sourceOf(row: Pick<Row<'D38'>, 'source_ip' | 'source_ipset'>): Source {
  if (row.source_ipset !== null) return { kind: 'set', id: row.source_ipset };
  const text = (row.source_ip ?? '').trim();
  if (isAnywhere(text)) return { kind: 'any' };
  const block = readBlock(text);
  return block ? { kind: 'block', block } : { kind: 'unread', text };
}

function readRule(row: Row<'D38'>, index: number): Rule | UnreadRule {
  const number = index + 1;
  const verdict = verdictOf(row.action);
  const protocol = row.protocol?.toLowerCase();
  const ports = readPorts(row.destination_port);
  const source = sourceOf(row);
  const known = protocol === 'tcp' || protocol === 'udp';
  if (!verdict || !known || !ports || source.kind === 'unread')
    return { id: row.id, number, said: row };
  return {
    id: row.id,
    number,
    verdict,
    protocol,
    ports,
    source,
    description: row.description ?? '',
    // A rule without this field counts as enabled.
    enabled: row.enabled !== false,
  };
}

const readSet = (row: Row<'D43'>): IpSet => ({
  id: row.id,
  name: row.name ?? row.id,
  description: row.description ?? '',
  entries: row.ip_list.map((entry) => ({
    id: entry.id,
    cidr: entry.cidr ?? '',
    block: readBlock(entry.cidr ?? ''),
    description: entry.description ?? '',
  })),
});

/**
 * Builds the firewall from three answers.
 * @param policy D35's answer; null if it couldn't be loaded
 * @param rules D38's rows
 * @param sets D43's rows; null if they couldn't be loaded
 */
export function readFirewall(
  policy: Pick<Result<'D35'>, 'action'> | null,
  rules: readonly Row<'D38'>[],
  sets: readonly Row<'D43'>[] | null,
): Firewall {
  const read = rules.map(readRule);
  return {
    policy: verdictOf(policy?.action),
    rules: read.filter((rule): rule is Rule => 'verdict' in rule),
    unread: read.filter((rule): rule is UnreadRule => 'said' in rule),
    sets: sets?.map(readSet) ?? null,
  };
}

/** The set of a source; null if it isn't known or the source is no set. */
export function setOf({ sets }: Pick<Firewall, 'sets'>, source: Source): IpSet | null {
  return source.kind === 'set' ? (sets?.find(({ id }) => id === source.id) ?? null) : null;
}

/** The addresses of a source; null if its set isn't known. An empty set contains no address. */
export function spansOf(firewall: Pick<Firewall, 'sets'>, source: Source): Spans | null {
  if (source.kind === 'any') return everyone;
  if (source.kind === 'block') return [source.block.span];
  const set = setOf(firewall, source);
  if (!set) return null;
  const blocks = set.entries.flatMap(({ block }) => (block ? [block.span] : []));
  return blocks.reduce<Spans>((sum, span) => union(sum, [span]), []);
}

/** Whether two sources of one machine are the same; sets are compared by their ids. */
export function sameSource(a: Source, b: Source): boolean {
  if (a.kind === 'block' && b.kind === 'block') return a.block.text === b.block.text;
  if (a.kind === 'set' && b.kind === 'set') return a.id === b.id;
  return a.kind === 'any' && b.kind === 'any';
}

/**
 * The numbers of the rules that use a set, including disabled and unread ones. While there are any, the set can't be
 * deleted.
 */
export function rulesUsing({ rules, unread }: Firewall, set: Pick<IpSet, 'id'>): readonly number[] {
  const read = rules.filter(({ source }) => source.kind === 'set' && source.id === set.id);
  const other = unread.filter(({ said }) => said.source_ipset === set.id);
  return [...read, ...other].map(({ number }) => number).sort((a, b) => a - b);
}

/** The firewall with other rules, which are numbered again. */
export const withRules = (firewall: Firewall, rules: readonly Rule[]): Firewall => ({
  ...firewall,
  rules: rules.map((rule, index) => ({ ...rule, number: index + 1 })),
});

/** The firewall with one of its rules enabled or disabled. */
export const withRuleEnabled = (firewall: Firewall, { id }: Rule, enabled: boolean): Firewall =>
  withRules(
    firewall,
    firewall.rules.map((each) => (each.id === id ? { ...each, enabled } : each)),
  );

/** The firewall with other entries in one of its sets. */
export const withEntries = (
  firewall: Firewall,
  set: IpSet,
  entries: readonly Entry[],
): Firewall => ({
  ...firewall,
  sets: firewall.sets?.map((each) => (each.id === set.id ? { ...each, entries } : each)) ?? null,
});
