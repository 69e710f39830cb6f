/**
 * Summarizes a rule set as data for a sentence like “SSH from 2 addresses; everything else dropped”. The summary
 * describes the effect of the rules: what an earlier rule decides isn't repeated, and disabled rules are ignored.
 */
import { intersect, isEveryone, isNobody, union, type Spans } from './addresses';
import { outcomeAt, segments, type PortOutcome, type Share } from './decide';
import { setOf, spansOf, type Firewall, type IpSet, type Protocol, type Source } from './model';
import { everyPort, samePorts, type Ports } from './ports';

/** The source of a rule, for a sentence. */
export type SourceName =
  | { kind: 'anyone' }
  | { kind: 'block'; text: string; single: boolean }
  | { kind: 'set'; name: string; entries: number };

/** The addresses that are accepted. */
export type AllowedFrom =
  | { kind: 'everyone' }
  | { kind: 'nobody' }
  | { kind: 'only'; sources: readonly SourceName[]; except: readonly SourceName[] }
  /** `still`: sources within `except` that an earlier rule accepts. */
  | { kind: 'everyone_but'; except: readonly SourceName[]; still: readonly SourceName[] };

/** A range of ports of one or both protocols. */
export interface ProtocolPorts {
  protocol: Protocol | 'both';
  ports: Ports;
}

/** Ports that accept the same addresses. */
export interface SummaryLine {
  what: readonly ProtocolPorts[];
  from: AllowedFrom;
}

/** The summary of a firewall. */
export interface FirewallSummary {
  /** The ports whose outcome differs from `rest`. */
  lines: readonly SummaryLine[];
  /** What happens to all other connections; null if the default policy isn't known. */
  rest: 'accept' | 'drop' | null;
}

/** Ports with one outcome; `key` is equal for equal outcomes. */
interface Piece extends ProtocolPorts {
  from: AllowedFrom;
  key: string;
}

function sourceNameOf(firewall: Firewall, source: Source): SourceName {
  if (source.kind === 'block')
    return { kind: 'block', text: source.block.text, single: source.block.single };
  const set: IpSet | null = setOf(firewall, source);
  return set ? { kind: 'set', name: set.name, entries: set.entries.length } : { kind: 'anyone' };
}

function withoutDuplicates(list: readonly SourceName[]): SourceName[] {
  const seen = new Map(list.map((who) => [JSON.stringify(who), who]));
  return [...seen.values()];
}

/** The sources that an open port drops (`except`), and those within them that an earlier rule accepts (`still`). */
function exceptions(
  firewall: Firewall,
  accepting: readonly Share[],
  dropping: readonly Share[],
): { except: SourceName[]; still: SourceName[] } {
  const all = (list: readonly Share[]) =>
    withoutDuplicates(list.map(({ rule }) => sourceNameOf(firewall, rule.source)));
  const kept = dropping.reduce<Spans>(
    (sum, { rule }) => union(sum, spansOf(firewall, rule.source) ?? []),
    [],
  );
  const still = accepting.filter(
    ({ rule, decided }) => rule.source.kind !== 'any' && !isNobody(intersect(decided, kept)),
  );
  return { except: all(dropping), still: all(still) };
}

/** The accepted addresses of an outcome, named by the sources of the rules that decide. */
function fromOf(firewall: Firewall, { accepted, shares, rest }: PortOutcome): AllowedFrom {
  if (isNobody(accepted)) return { kind: 'nobody' };
  if (isEveryone(accepted)) return { kind: 'everyone' };
  const accepting = shares.filter(({ rule }) => rule.verdict === 'accept');
  const dropping = shares.filter(({ rule }) => rule.verdict === 'drop');
  const open = accepting.some(({ rule }) => rule.source.kind === 'any');
  const droppedWithin = (whole: Spans) =>
    withoutDuplicates(
      dropping
        .filter(({ decided }) => !isNobody(intersect(decided, whole)))
        .map(({ rule }) => sourceNameOf(firewall, rule.source)),
    );
  // A dropping rule after one that accepts anyone decides nothing, so all dropping rules here come before it.
  if (open || (firewall.policy === 'accept' && !isNobody(rest)))
    return { kind: 'everyone_but', ...exceptions(firewall, accepting, dropping) };
  const whole = accepting.reduce<Spans>(
    (sum, { rule }) => union(sum, spansOf(firewall, rule.source) ?? []),
    [],
  );
  const sources = withoutDuplicates(
    accepting.map(({ rule }) => sourceNameOf(firewall, rule.source)),
  );
  return { kind: 'only', sources, except: droppedWithin(whole) };
}

/** All ports of a protocol as pieces; neighbours with the same outcome are joined. */
function pieces(firewall: Firewall, protocol: Protocol): Piece[] {
  const joined: Piece[] = [];
  for (const ports of segments(firewall.rules, protocol, everyPort)) {
    const from = fromOf(firewall, outcomeAt(firewall, protocol, ports));
    const key = JSON.stringify(from);
    const last = joined.at(-1);
    if (last?.key === key)
      joined[joined.length - 1] = { ...last, ports: [last.ports[0], ports[1]] };
    else joined.push({ protocol, ports, from, key });
  }
  return joined;
}

/** Joins TCP and UDP of the same ports to one entry. */
function joinProtocols(list: readonly ProtocolPorts[]): ProtocolPorts[] {
  const twin = (one: ProtocolPorts) =>
    list.find((other) => other !== one && samePorts(other.ports, one.ports));
  return list.flatMap((one): ProtocolPorts[] => {
    if (!twin(one)) return [{ protocol: one.protocol, ports: one.ports }];
    return one.protocol === 'tcp' ? [{ protocol: 'both', ports: one.ports }] : [];
  });
}

/** Summarizes what a firewall accepts. */
export function summaryOf(firewall: Firewall): FirewallSummary {
  const rest = firewall.policy;
  const unlisted = rest === 'accept' ? 'everyone' : 'nobody';
  const groups = new Map<string, Piece[]>();
  for (const piece of [...pieces(firewall, 'tcp'), ...pieces(firewall, 'udp')]) {
    if (piece.from.kind === unlisted) continue;
    groups.set(piece.key, [...(groups.get(piece.key) ?? []), piece]);
  }
  const lines = [...groups.values()].flatMap((group): SummaryLine[] => {
    const [first] = group;
    return first ? [{ what: joinProtocols(group), from: first.from }] : [];
  });
  return { lines, rest };
}
