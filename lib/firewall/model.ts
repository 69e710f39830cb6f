/**
 * A machine's firewall as it works: what the answers of D35, D38 and D43 mean together. Rules are asked in their
 * order, the first that fits decides, and the default policy decides the rest (contract section 4.5).
 */
import type { Result, Row } from '@/lib/contract/types';
import { everyone, readBlock, union, type Block, type Spans } from './addresses';
import { readPorts, type Ports } from './ports';

export type Verdict = 'accept' | 'drop';
export type Protocol = 'tcp' | 'udp';

/** Where a rule's connections come from. */
export type Source =
  | { kind: 'any' }
  | { kind: 'block'; block: Block }
  | { kind: 'set'; id: string }
  /** What the backend said and we can't read. */
  | { kind: 'unread'; text: string };

/** A rule that decides something; one whose parts can't be read is an `UnreadRule`. */
export interface Rule {
  id: string;
  /** Place in the list, from 1. */
  number: number;
  verdict: Verdict;
  protocol: Protocol;
  ports: Ports;
  source: Source;
  description: string;
  enabled: boolean;
}

/** A rule that this console can't read; it is shown as it came, and counts for nothing. */
export interface UnreadRule {
  id: string;
  number: number;
  /** What the backend said, field by field. */
  said: Row<'D38'>;
}

export interface Entry {
  id: string;
  /** As the backend says it. */
  cidr: string;
  block: Block | null;
  description: string;
}

export interface IpSet {
  id: string;
  name: string;
  description: string;
  entries: readonly Entry[];
}

export interface Firewall {
  /** What happens to what no rule names; null where it couldn't be read. */
  policy: Verdict | null;
  rules: readonly Rule[];
  unread: readonly UnreadRule[];
  /** Null where they couldn't be read. */
  sets: readonly IpSet[] | null;
}

export const verdictOf = (action: string | null | undefined): Verdict | null =>
  action === 'A' ? 'accept' : action === 'D' ? 'drop' : null;

/** How the contract says a verdict. */
export const actionOf = (verdict: Verdict): 'A' | 'D' => (verdict === 'accept' ? 'A' : 'D');

const anywhere = new Set(['', '*', 'any', 'all']);

/** Where a row's connections come from. A set goes before an address: a rule has one of them. */
export function sourceOf(row: Pick<Row<'D38'>, 'source_ip' | 'source_ipset'>): Source {
  if (row.source_ipset !== null) return { kind: 'set', id: row.source_ipset };
  const text = (row.source_ip ?? '').trim();
  if (anywhere.has(text.toLowerCase())) return { kind: 'any' };
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
    // A rule that says nothing of it is in force: that is what a rule is for.
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

/** The firewall that three answers tell of; null for an answer that isn't there. */
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

/** The set of a source; null where it isn't known. */
export function setOf({ sets }: Pick<Firewall, 'sets'>, source: Source): IpSet | null {
  return source.kind === 'set' ? (sets?.find(({ id }) => id === source.id) ?? null) : null;
}

/** The addresses of a source; null where its set isn't known. An empty set is nobody. */
export function spansOf(firewall: Pick<Firewall, 'sets'>, source: Source): Spans | null {
  if (source.kind === 'any') return everyone;
  if (source.kind === 'block') return [source.block.span];
  const set = setOf(firewall, source);
  if (!set) return null;
  const blocks = set.entries.flatMap(({ block }) => (block ? [block.span] : []));
  return blocks.reduce<Spans>((sum, span) => union(sum, [span]), []);
}

/** Whether two sources are the same one; sets by their id, so of one machine only. */
export function sameSource(a: Source, b: Source): boolean {
  if (a.kind === 'block' && b.kind === 'block') return a.block.text === b.block.text;
  if (a.kind === 'set' && b.kind === 'set') return a.id === b.id;
  return a.kind === 'any' && b.kind === 'any';
}

/** The places of the rules that use a set, disabled and unread ones too: it can't be deleted while there are any. */
export function usersOf({ rules, unread }: Firewall, set: Pick<IpSet, 'id'>): readonly number[] {
  const read = rules.filter(({ source }) => source.kind === 'set' && source.id === set.id);
  const other = unread.filter(({ said }) => said.source_ipset === set.id);
  return [...read, ...other].map(({ number }) => number).sort((a, b) => a - b);
}

/** The same firewall with other rules, numbered by their places anew. */
export const withRules = (firewall: Firewall, rules: readonly Rule[]): Firewall => ({
  ...firewall,
  rules: rules.map((rule, index) => ({ ...rule, number: index + 1 })),
});

/** The firewall with one of its rules switched on or off. */
export const withSwitched = (firewall: Firewall, { id }: Rule, enabled: boolean): Firewall =>
  withRules(
    firewall,
    firewall.rules.map((each) => (each.id === id ? { ...each, enabled } : each)),
  );

/** The firewall with other addresses in one of its sets. */
export const withEntries = (
  firewall: Firewall,
  set: IpSet,
  entries: readonly Entry[],
): Firewall => ({
  ...firewall,
  sets: firewall.sets?.map((each) => (each.id === set.id ? { ...each, entries } : each)) ?? null,
});
