/**
 * Copies the rules of one machine to others, one machine after the other, and records the outcome of each step. A
 * machine's work stops at its first failure: a later step, such as the default policy, might close a port that a
 * missing rule was to open. This module has no user interface.
 */
import { ProblemError, type Problem } from '@/lib/problem';
import type { BackendChange } from '@/lib/query/use-backend-change';
import type { CopyStep } from './copy';
import { actionOf, type Firewall, type Rule } from './model';
import { retryWhenSlowed, type RetryOptions } from './retry-when-slowed';
import { portText } from './ports';

/** State of a step; `left` was never begun, because an earlier step failed or the run was stopped. */
export type StepState = 'waiting' | 'working' | 'done' | 'failed' | 'left';

/** A step with its state, and the problem if it failed. */
export interface StepOutcome {
  step: CopyStep;
  state: StepState;
  problem?: Problem;
}

/** The work for one machine. */
export interface Job {
  /** The machine's uuid. */
  id: string;
  steps: readonly CopyStep[];
  /** The machine's firewall before the copy. */
  to: Firewall;
}

/** The outcomes of one machine's steps. */
export interface JobOutcome {
  id: string;
  steps: readonly StepOutcome[];
}

/** The state of a run at one moment; a new object after every change. */
export interface CopySnapshot {
  jobs: readonly JobOutcome[];
  settled: boolean;
  /** Whether the run waits, because the backend answered 429. */
  paused: boolean;
}

/** A run in progress, in the form that React's `useSyncExternalStore` takes. */
export interface CopyRun {
  snapshot: () => CopySnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Lets the current step finish and begins no other. */
  stop: () => void;
}

/** Loads a machine's firewall again, to find the ids of new rules and sets. @throws ProblemError */
export type LoadFirewall = (instance: string) => Promise<Firewall>;

/** The calls that a run makes; tests replace them. */
export interface CopyCalls extends Pick<RetryOptions, 'sleep'> {
  change: BackendChange;
  load: LoadFirewall;
}

const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : { code: 'internal', status: 0, message: 'The console failed at this step.' };

const missing = (message: string) =>
  new ProblemError({ code: 'backend_unreadable', status: 502, message });

/** Makes the function that carries out one step on a machine. It remembers the ids of new sets for later steps. */
function worker(job: Job, { change, load }: CopyCalls) {
  const params = { instance_uuid: job.id };
  const sets = new Map((job.to.sets ?? []).map(({ id, name }) => [name, id]));
  const setId = async (name: string) => {
    if (!sets.has(name))
      for (const set of (await load(job.id)).sets ?? []) sets.set(set.name, set.id);
    const id = sets.get(name);
    if (id === undefined) throw missing(`The IP set ${name} was created and isn't there.`);
    return id;
  };
  const bodyOf = ({ verdict, protocol, ports, description }: Rule) => ({
    action: actionOf(verdict),
    protocol,
    destination_port: portText(ports),
    description: description || portText(ports),
  });
  const addRule = async ({ rule, set }: Extract<CopyStep, { kind: 'rule' }>) => {
    const source = set
      ? { use_ipset: true, source_ipset: await setId(set.name) }
      : rule.source.kind === 'block'
        ? { use_ipset: false, source_ip: rule.source.block.text }
        : { use_ipset: false };
    const made = await change('D39', { params, body: { ...bodyOf(rule), ...source } });
    if (rule.enabled) return;
    // A new rule is enabled, and the answer may leave out its id.
    const id = made.id ?? (await load(job.id)).rules.at(-1)?.id;
    if (id === undefined) throw missing('The rule was created and is not there.');
    await change('D41', {
      params: { ...params, firewall_rule_id: id },
      body: { action: 'disable' },
    });
  };
  return async (step: CopyStep): Promise<void> => {
    if (step.kind === 'rule') return addRule(step);
    if (step.kind === 'set') {
      const { name, description } = step.set;
      const made = await change('D44', {
        params,
        body: { name, description: description || name },
      });
      if (made.id) sets.set(name, made.id);
    }
    if (step.kind === 'entry') {
      const ipset_id = await setId(step.set.name);
      const body = { cidr: step.cidr, description: step.description || step.cidr };
      await change('D46', { params: { ...params, ipset_id }, body });
    }
    if (step.kind === 'switch') {
      const action = step.rule.enabled ? 'enable' : 'disable';
      await change('D41', { params: { ...params, firewall_rule_id: step.id }, body: { action } });
    }
    if (step.kind === 'policy')
      await change('D37', { params, body: { action: actionOf(step.policy) } });
  };
}

/**
 * Starts copying at once.
 * @param jobs the machines in order
 */
export function startCopyRun(jobs: readonly Job[], calls: CopyCalls): CopyRun {
  const listeners = new Set<() => void>();
  const outcomes = jobs.map(({ id, steps }) => ({
    id,
    steps: steps.map((step): StepOutcome => ({ step, state: 'waiting' })),
  }));
  let stopped = false;
  let paused = false;
  let settled = false;
  const takeSnapshot = (): CopySnapshot => ({
    jobs: outcomes.map(({ id, steps }) => ({ id, steps: [...steps] })),
    settled,
    paused,
  });
  let current = takeSnapshot();
  const notify = () => {
    current = takeSnapshot();
    for (const listener of listeners) listener();
  };
  const retryOptions: RetryOptions = {
    sleep: calls.sleep,
    onPause: (value) => {
      paused = value;
      notify();
    },
  };
  // Each call is retried by itself, so that a step of two calls doesn't repeat its first one.
  const retryingCalls: CopyCalls = {
    change: (ref, input) => retryWhenSlowed(() => calls.change(ref, input), retryOptions),
    load: (instance) => retryWhenSlowed(() => calls.load(instance), retryOptions),
  };
  const doJob = async (job: Job, steps: StepOutcome[]) => {
    const run = worker(job, retryingCalls);
    for (const [index, { step }] of steps.entries()) {
      if (stopped) break;
      steps[index] = { step, state: 'working' };
      notify();
      try {
        await run(step);
        steps[index] = { step, state: 'done' };
      } catch (error) {
        steps[index] = { step, state: 'failed', problem: problemOf(error) };
        break;
      }
    }
    for (const [index, { step, state }] of steps.entries())
      if (state === 'waiting') steps[index] = { step, state: 'left' };
    notify();
  };
  const doAll = async () => {
    for (const [index, job] of jobs.entries()) await doJob(job, outcomes[index]?.steps ?? []);
    settled = true;
    notify();
  };
  void doAll();
  return {
    snapshot: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => {
      stopped = true;
    },
  };
}
