/**
 * Gives several machines the rules of one, machine after machine and call after call, and keeps account of each step.
 * A machine's work ends at its first failure: what is behind it, the default policy last of all, might shut what a
 * missing rule was to open. Knows nothing of the screen.
 */
import { ProblemError, type Problem } from '@/lib/problem';
import type { BackendChange } from '@/lib/query/use-backend-change';
import type { CopyStep } from './copy';
import { actionOf, type Firewall, type Rule } from './model';
import { retryWhenSlowed, type RetryOptions } from './retry-when-slowed';
import { portText } from './ports';

export type StepState = 'waiting' | 'working' | 'done' | 'failed' | 'left';

export interface StepOutcome {
  step: CopyStep;
  state: StepState;
  problem?: Problem;
}

export interface Job {
  /** uuid of the machine. */
  id: string;
  steps: readonly CopyStep[];
  /** Its firewall before. */
  to: Firewall;
}

export interface JobOutcome {
  id: string;
  steps: readonly StepOutcome[];
}

export interface CopySnapshot {
  jobs: readonly JobOutcome[];
  settled: boolean;
  /** Waiting because the backend asks to slow down. */
  paused: boolean;
}

export interface CopyRun {
  snapshot: () => CopySnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Begins no further step. */
  stop: () => void;
}

/** Reads a machine's firewall anew, to find the ids of what was just made. @throws ProblemError */
export type LoadFirewall = (instance: string) => Promise<Firewall>;

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

/** The work of one machine: what it takes for each step, with the ids that come up on the way. */
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
    // A new rule is in force; its id is not always in the answer.
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

/** Starts at once. */
export function startCopyRun(jobs: readonly Job[], calls: CopyCalls): CopyRun {
  const listeners = new Set<() => void>();
  const outcomes = jobs.map(({ id, steps }) => ({
    id,
    steps: steps.map((step): StepOutcome => ({ step, state: 'waiting' })),
  }));
  let stopped = false;
  let paused = false;
  let settled = false;
  const now = (): CopySnapshot => ({
    jobs: outcomes.map(({ id, steps }) => ({ id, steps: [...steps] })),
    settled,
    paused,
  });
  let shown = now();
  const tell = () => {
    shown = now();
    for (const listener of listeners) listener();
  };
  const retryOptions: RetryOptions = {
    sleep: calls.sleep,
    onPause: (value) => {
      paused = value;
      tell();
    },
  };
  // Each call waits by itself, so that a step of two calls doesn't do its first one again.
  const polite: CopyCalls = {
    change: (ref, input) => retryWhenSlowed(() => calls.change(ref, input), retryOptions),
    load: (instance) => retryWhenSlowed(() => calls.load(instance), retryOptions),
  };
  const doJob = async (job: Job, steps: StepOutcome[]) => {
    const run = worker(job, polite);
    for (const [index, { step }] of steps.entries()) {
      if (stopped) break;
      steps[index] = { step, state: 'working' };
      tell();
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
    tell();
  };
  const doAll = async () => {
    for (const [index, job] of jobs.entries()) await doJob(job, outcomes[index]?.steps ?? []);
    settled = true;
    tell();
  };
  void doAll();
  return {
    snapshot: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => {
      stopped = true;
    },
  };
}
