/**
 * Plans the steps that copy this machine's rules to another one. An IP set belongs to one machine, so a rule's set is
 * copied as well, by name. Nothing is removed from the other machine: its own rules stay before the copied ones.
 */
import {
  sameSource,
  setOf,
  withRules,
  type Firewall,
  type IpSet,
  type Rule,
  type Source,
  type Verdict,
} from './model';
import { samePorts } from './ports';

/** A step of the copy: one call, or two if a copied rule is disabled. */
export type CopyStep =
  | { kind: 'set'; set: IpSet }
  | { kind: 'entry'; set: IpSet; cidr: string; description: string }
  | { kind: 'rule'; rule: Rule; set: IpSet | null }
  /**
   * The other machine has the rule, but enabled where ours is disabled or the reverse. `id` is the other machine's
   * rule.
   */
  | { kind: 'switch'; rule: Rule; id: string }
  | { kind: 'policy'; policy: Verdict };

/** The steps for one machine, and their effect. */
export interface CopyPlan {
  /**
   * In the order in which they run: sets and rules first, the default policy last, so that no port closes too early.
   */
  steps: readonly CopyStep[];
  /** The number of rules that the other machine already has. */
  equal: number;
  /** The number of the other machine's rules that this machine doesn't have; they stay. */
  extra: number;
  /** The other machine's firewall after the steps. */
  after: Firewall;
}

/** The same source on the other machine: a set is found by its name. Null if that machine has no such set. */
function sourceOnOther(source: Source, from: Firewall, to: Firewall): Source | null {
  if (source.kind !== 'set') return source;
  const name = setOf(from, source)?.name;
  const own = to.sets?.find((set) => set.name === name);
  return own ? { kind: 'set', id: own.id } : null;
}

/** The rule of the other machine that does the same, enabled or not. */
function equalRule(rule: Rule, from: Firewall, to: Firewall): Rule | undefined {
  const source = sourceOnOther(rule.source, from, to);
  return to.rules.find(
    (other) =>
      source !== null &&
      other.verdict === rule.verdict &&
      other.protocol === rule.protocol &&
      samePorts(other.ports, rule.ports) &&
      sameSource(other.source, source),
  );
}

/** The steps that create the used sets and their entries which the other machine lacks. */
function setSteps(from: Firewall, to: Firewall): CopyStep[] {
  const used = (from.sets ?? []).filter((set) =>
    from.rules.some(({ source }) => source.kind === 'set' && source.id === set.id),
  );
  return used.flatMap((set): CopyStep[] => {
    const own = to.sets?.find(({ name }) => name === set.name);
    const has = new Set(own?.entries.map(({ cidr, block }) => block?.text ?? cidr));
    const missing = set.entries
      .map(({ cidr, block, description }) => ({ cidr: block?.text ?? cidr, description }))
      .filter(({ cidr }) => !has.has(cidr));
    return [
      ...(own ? [] : [{ kind: 'set', set } as const]),
      ...missing.map((entry) => ({ kind: 'entry', set, ...entry }) as const),
    ];
  });
}

/** The other machine's firewall after the steps. New sets and rules have our ids with "new" in front. */
function applied(steps: readonly CopyStep[], from: Firewall, to: Firewall): Firewall {
  let sets: readonly IpSet[] = to.sets ?? [];
  let rules: readonly Rule[] = to.rules;
  let { policy } = to;
  const named = (name: string) => sets.find((set) => set.name === name);
  for (const step of steps) {
    if (step.kind === 'set')
      sets = [...sets, { ...step.set, id: `new ${step.set.id}`, entries: [] }];
    if (step.kind === 'entry') {
      const entries = from.sets?.find(({ id }) => id === step.set.id)?.entries ?? [];
      const added = entries.filter(({ cidr, block }) => (block?.text ?? cidr) === step.cidr);
      const name = step.set.name;
      sets = sets.map((set) =>
        set.name === name ? { ...set, entries: [...set.entries, ...added] } : set,
      );
    }
    if (step.kind === 'rule') {
      const id = step.set ? named(step.set.name)?.id : undefined;
      const source: Source = id === undefined ? step.rule.source : { kind: 'set', id };
      rules = [...rules, { ...step.rule, id: `new ${step.rule.id}`, source }];
    }
    if (step.kind === 'switch')
      rules = rules.map((rule) =>
        rule.id === step.id ? { ...rule, enabled: step.rule.enabled } : rule,
      );
    if (step.kind === 'policy') policy = step.policy;
  }
  return withRules({ ...to, sets, policy }, rules);
}

/**
 * Plans the copy from `from` to `to`; no steps if nothing differs.
 * @param policy whether the default policy is copied, too
 */
export function copyPlan(from: Firewall, to: Firewall, policy: boolean): CopyPlan {
  const twins = from.rules.map((rule) => ({ rule, twin: equalRule(rule, from, to) }));
  const rules = twins.flatMap(({ rule, twin }): CopyStep[] => {
    if (!twin) return [{ kind: 'rule', rule, set: setOf(from, rule.source) }];
    return twin.enabled === rule.enabled ? [] : [{ kind: 'switch', rule, id: twin.id }];
  });
  const differs = policy && from.policy !== null && from.policy !== to.policy;
  const steps: CopyStep[] = [
    ...setSteps(from, to),
    ...rules,
    ...(differs && from.policy ? [{ kind: 'policy', policy: from.policy } as const] : []),
  ];
  const kept = new Set(twins.flatMap(({ twin }) => (twin ? [twin.id] : [])));
  return {
    steps,
    equal: twins.filter(({ rule, twin }) => twin?.enabled === rule.enabled).length,
    extra: to.rules.filter(({ id }) => !kept.has(id)).length + to.unread.length,
    after: applied(steps, from, to),
  };
}
