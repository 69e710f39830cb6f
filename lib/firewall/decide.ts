/** What a firewall does with a connection, and with everything that asks for one port. */
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

export interface Decision {
  /** Null where the default policy decides and isn't known. */
  verdict: Verdict | null;
  /** The rule that decides; null for the default policy. */
  by: Rule | null;
}

export interface Connection {
  /** An address. */
  from: string;
  protocol: Protocol;
  port: number;
}

const fits = (rule: Rule, protocol: Protocol, [from, to]: Ports): boolean =>
  rule.enabled && rule.protocol === protocol && rule.ports[0] <= from && rule.ports[1] >= to;

/** What happens to one connection: the first rule that fits, else the default policy. Null for what is no address. */
export function decide(firewall: Firewall, { from, protocol, port }: Connection): Decision | null {
  const block = readBlock(from);
  if (!block) return null;
  const by = firewall.rules.find((rule) => {
    const spans = fits(rule, protocol, [port, port]) ? spansOf(firewall, rule.source) : null;
    return spans !== null && !isNobody(intersect(spans, [block.span]));
  });
  return { verdict: by?.verdict ?? firewall.policy, by: by ?? null };
}

/** A rule's part in deciding a port: whom it decided. */
export interface Share {
  rule: Rule;
  /** Those that no rule before it decided. */
  decided: Spans;
}

export interface PortOutcome {
  accepted: Spans;
  /** Rules that decided somebody, in order. */
  shares: readonly Share[];
  /** Whom the default policy decides. */
  rest: Spans;
}

/** Who gets in at a port; every port of `ports` must be decided alike (see `segments`). */
export function outcomeAt(firewall: Firewall, protocol: Protocol, ports: Ports): PortOutcome {
  let rest: Spans = everyone;
  let accepted: Spans = [];
  const shares: Share[] = [];
  for (const rule of firewall.rules) {
    const spans = fits(rule, protocol, ports) ? spansOf(firewall, rule.source) : null;
    const decided = spans ? intersect(rest, spans) : [];
    if (isNobody(decided)) continue;
    shares.push({ rule, decided });
    rest = subtract(rest, decided);
    if (rule.verdict === 'accept') accepted = union(accepted, decided);
  }
  if (firewall.policy === 'accept') accepted = union(accepted, rest);
  return { accepted, shares, rest };
}

/** The ports of a range cut where rules begin and end, so that each piece is decided alike. */
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

/** The rules before it that leave a rule nothing to decide; null where it decides something. An empty set is never met. */
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

/** Whether a source means nobody: an empty set. */
export function meansNobody(firewall: Firewall, source: Source): boolean {
  const spans = spansOf(firewall, source);
  return spans !== null && isNobody(spans);
}
