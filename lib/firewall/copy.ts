/**
 * What it takes to give another machine the rules of this one. IP sets belong to a machine, so a rule that uses one
 * brings it along by name. Nothing is taken away there: its own rules stay, and come first.
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

/** One call, or two where a rule is copied as disabled. */
export type CopyStep =
  | { kind: 'set'; set: IpSet }
  | { kind: 'entry'; set: IpSet; cidr: string; description: string }
  | { kind: 'rule'; rule: Rule; set: IpSet | null }
  /** The machine has the rule, on or off where this one's is the other. `id` is its own. */
  | { kind: 'switch'; rule: Rule; id: string }
  | { kind: 'policy'; policy: Verdict };

export interface CopyPlan {
  /** In the order of doing: what lets in before what shuts, the default policy last. */
  steps: readonly CopyStep[];
  /** How many of the rules it has already. */
  equal: number;
  /** How many rules of its own stay that this machine doesn't have. */
  extra: number;
  /** What the machine's firewall will be. */
  after: Firewall;
}

/** A source by what it means on any machine: a set by its name. */
function translated(source: Source, from: Firewall, to: Firewall): Source | null {
  if (source.kind !== 'set') return source;
  const name = setOf(from, source)?.name;
  const own = to.sets?.find((set) => set.name === name);
  return own ? { kind: 'set', id: own.id } : null;
}

function twinOf(rule: Rule, from: Firewall, to: Firewall): Rule | undefined {
  const source = translated(rule.source, from, to);
  return to.rules.find(
    (other) =>
      source !== null &&
      other.verdict === rule.verdict &&
      other.protocol === rule.protocol &&
      samePorts(other.ports, rule.ports) &&
      sameSource(other.source, source),
  );
}

/** The sets that the rules use, and the entries of them that the other machine lacks. */
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

/** What the other machine's firewall will be. New sets go by the ids of this machine's, marked as such. */
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
 * What it takes; no steps where nothing differs.
 * @param policy whether the default policy is copied too
 */
export function copyPlan(from: Firewall, to: Firewall, policy: boolean): CopyPlan {
  const twins = from.rules.map((rule) => ({ rule, twin: twinOf(rule, from, to) }));
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
