/**
 * A rule set in plain words, as data: “SSH from 2 addresses; everything else dropped”. Worked out from what the rules
 * do, not from how they are written: what an earlier rule decides isn't said again, and disabled rules say nothing.
 */
import { intersect, isEveryone, isNobody, union, type Spans } from './addresses';
import { outcomeAt, segments, type PortOutcome, type Share } from './decide';
import { setOf, spansOf, type Firewall, type IpSet, type Protocol, type Source } from './model';
import { everyPort, samePorts, type Ports } from './ports';

/** Who a source is, for words. */
export type SourceName =
  | { kind: 'anyone' }
  | { kind: 'block'; text: string; single: boolean }
  | { kind: 'set'; name: string; entries: number };

/** Who gets in. */
export type AllowedFrom =
  | { kind: 'everyone' }
  | { kind: 'nobody' }
  | { kind: 'only'; sources: readonly SourceName[]; except: readonly SourceName[] }
  /** `still`: those of the excepted that a rule before lets in. */
  | { kind: 'everyone_but'; except: readonly SourceName[]; still: readonly SourceName[] };

export interface ProtocolPorts {
  protocol: Protocol | 'both';
  ports: Ports;
}

export interface SummaryLine {
  what: readonly ProtocolPorts[];
  from: AllowedFrom;
}

export interface FirewallSummary {
  /** What differs from the rest, by port. */
  lines: readonly SummaryLine[];
  /** What happens to all else; null where the default policy isn't known. */
  rest: 'accept' | 'drop' | null;
}

interface Piece extends ProtocolPorts {
  from: AllowedFrom;
  key: string;
}

function whoOf(firewall: Firewall, source: Source): SourceName {
  if (source.kind === 'block')
    return { kind: 'block', text: source.block.text, single: source.block.single };
  const set: IpSet | null = setOf(firewall, source);
  return set ? { kind: 'set', name: set.name, entries: set.entries.length } : { kind: 'anyone' };
}

function once(list: readonly SourceName[]): SourceName[] {
  const seen = new Map(list.map((who) => [JSON.stringify(who), who]));
  return [...seen.values()];
}

/** Whom the drops keep out of an open port, and who of them gets in all the same. */
function exceptions(
  firewall: Firewall,
  accepting: readonly Share[],
  dropping: readonly Share[],
): { except: SourceName[]; still: SourceName[] } {
  const all = (list: readonly Share[]) =>
    once(list.map(({ rule }) => whoOf(firewall, rule.source)));
  const kept = dropping.reduce<Spans>(
    (sum, { rule }) => union(sum, spansOf(firewall, rule.source) ?? []),
    [],
  );
  const still = accepting.filter(
    ({ rule, decided }) => rule.source.kind !== 'any' && !isNobody(intersect(decided, kept)),
  );
  return { except: all(dropping), still: all(still) };
}

/** Who gets in by an outcome, told by the sources of the rules that made it so. */
function fromOf(firewall: Firewall, { accepted, shares, rest }: PortOutcome): AllowedFrom {
  if (isNobody(accepted)) return { kind: 'nobody' };
  if (isEveryone(accepted)) return { kind: 'everyone' };
  const accepting = shares.filter(({ rule }) => rule.verdict === 'accept');
  const dropping = shares.filter(({ rule }) => rule.verdict === 'drop');
  const open = accepting.some(({ rule }) => rule.source.kind === 'any');
  const cut = (whole: Spans) =>
    once(
      dropping
        .filter(({ decided }) => !isNobody(intersect(decided, whole)))
        .map(({ rule }) => whoOf(firewall, rule.source)),
    );
  // A drop behind the rule that accepts anybody decides nobody, so all that are left stand before it.
  if (open || (firewall.policy === 'accept' && !isNobody(rest)))
    return { kind: 'everyone_but', ...exceptions(firewall, accepting, dropping) };
  const whole = accepting.reduce<Spans>(
    (sum, { rule }) => union(sum, spansOf(firewall, rule.source) ?? []),
    [],
  );
  const sources = once(accepting.map(({ rule }) => whoOf(firewall, rule.source)));
  return { kind: 'only', sources, except: cut(whole) };
}

/** The pieces of all ports of a protocol, neighbours that are alike joined. */
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

/** TCP and UDP of the same ports told as one. */
function together(list: readonly ProtocolPorts[]): ProtocolPorts[] {
  const twin = (one: ProtocolPorts) =>
    list.find((other) => other !== one && samePorts(other.ports, one.ports));
  return list.flatMap((one): ProtocolPorts[] => {
    if (!twin(one)) return [{ protocol: one.protocol, ports: one.ports }];
    return one.protocol === 'tcp' ? [{ protocol: 'both', ports: one.ports }] : [];
  });
}

/** What a firewall lets in, in words to be. */
export function summaryOf(firewall: Firewall): FirewallSummary {
  const rest = firewall.policy;
  const usual = rest === 'accept' ? 'everyone' : 'nobody';
  const groups = new Map<string, Piece[]>();
  for (const piece of [...pieces(firewall, 'tcp'), ...pieces(firewall, 'udp')]) {
    if (piece.from.kind === usual) continue;
    groups.set(piece.key, [...(groups.get(piece.key) ?? []), piece]);
  }
  const lines = [...groups.values()].flatMap((group): SummaryLine[] => {
    const [first] = group;
    return first ? [{ what: together(group), from: first.from }] : [];
  });
  return { lines, rest };
}
