/** Computes what a firewall does with one connection, and with all connections to a port. */
import { intersect, isNobody, readBlock, subtract, union, everyone, type Spans } from './addresses';
import {
  spansOf,
  type Firewall,
  type Protocol,
  type Rule,
  type Source,
  type Verdict,
} from './model';
import type { Ports } from './ports';

/** What happens to a connection, and which rule decides it. */
export interface Decision {
  /** Null if the default policy decides and isn't known. */
  verdict: Verdict | null;
  /** The rule that decides; null for the default policy. */
  by: Rule | null;
}

/** A connection to the machine. */
export interface Connection {
  /** The IPv4 or IPv6 address of the client. */
  from: string;
  protocol: Protocol;
  port: number;
}

/** Whether an enabled rule applies to all of the ports. */
const applies = (rule: Rule, protocol: Protocol, [from, to]: Ports): boolean =>
  rule.enabled && rule.protocol === protocol && rule.ports[0] <= from && rule.ports[1] >= to;

/** Decides one connection: the first rule that applies, else the default policy. Null if `from` is no address. */
export function decide(firewall: Firewall, { from, protocol, port }: Connection): Decision | null {
  const block = readBlock(from);
  if (!block) return null;
  const by = firewall.rules.find((rule) => {
    const spans = applies(rule, protocol, [port, port]) ? spansOf(firewall, rule.source) : null;
    return spans !== null && !isNobody(intersect(spans, [block.span]));
  });
  return { verdict: by?.verdict ?? firewall.policy, by: by ?? null };
}

/** The addresses that one rule decides at a port. */
export interface Share {
  rule: Rule;
  /** The rule's addresses that no earlier rule decides. */
  decided: Spans;
}

/** What happens to all addresses at a port. */
export interface PortOutcome {
  accepted: Spans;
  /** The rules that decide at least one address, in order. */
  shares: readonly Share[];
  /** The addresses that the default policy decides. */
  rest: Spans;
}

/**
 * Computes which addresses are accepted at a port, and by which rules. All ports of `ports` must have the same
 * outcome (see `segments`).
 */
export function outcomeAt(firewall: Firewall, protocol: Protocol, ports: Ports): PortOutcome {
  let rest: Spans = everyone;
  let accepted: Spans = [];
  const shares: Share[] = [];
  for (const rule of firewall.rules) {
    const spans = applies(rule, protocol, ports) ? spansOf(firewall, rule.source) : null;
    const decided = spans ? intersect(rest, spans) : [];
    if (isNobody(decided)) continue;
    shares.push({ rule, decided });
    rest = subtract(rest, decided);
    if (rule.verdict === 'accept') accepted = union(accepted, decided);
  }
  if (firewall.policy === 'accept') accepted = union(accepted, rest);
  return { accepted, shares, rest };
}

/** Splits a range of ports where rules begin and end, so that all ports of a piece have the same outcome. */
export function segments(rules: readonly Rule[], protocol: Protocol, [from, to]: Ports): Ports[] {
  const cuts = new Set([from]);
  for (const rule of rules) {
    if (!rule.enabled || rule.protocol !== protocol) continue;
    for (const cut of [rule.ports[0], rule.ports[1] + 1])
      if (cut > from && cut <= to) cuts.add(cut);
  }
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.map((start, index): Ports => [start, (starts[index + 1] ?? to + 1) - 1]);
}

/**
 * The earlier rules that leave a rule nothing to decide; null if it decides something, is disabled, or its source is
 * empty or unknown.
 */
export function shadowedBy(firewall: Firewall, rule: Rule): readonly Rule[] | null {
  const own = spansOf(firewall, rule.source);
  if (!rule.enabled || !own || isNobody(own)) return null;
  const before = firewall.rules.filter(({ number }) => number < rule.number);
  const deciders = new Map<string, Rule>();
  for (const ports of segments(before, rule.protocol, rule.ports)) {
    const { shares, rest } = outcomeAt({ ...firewall, rules: before }, rule.protocol, ports);
    if (!isNobody(intersect(rest, own))) return null;
    for (const share of shares)
      if (!isNobody(intersect(share.decided, own))) deciders.set(share.rule.id, share.rule);
  }
  return [...deciders.values()].sort((a, b) => a.number - b.number);
}

/** Whether a source contains no address, like an empty set. */
export function meansNobody(firewall: Firewall, source: Source): boolean {
  const spans = spansOf(firewall, source);
  return spans !== null && isNobody(spans);
}
