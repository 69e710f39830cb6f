import { describe, expect, it } from 'vitest';
import { problem } from '@/lib/problem';
import type { BackendChange } from '@/lib/query/use-backend-change';
import { copyPlan } from './copy';
import { startCopyRun, type CopyRun, type Job } from './copy-run';
import { firewall } from './testing';

const from = firewall('D', ['A tcp 22 set:1', 'off A tcp 80 any'], { office: ['198.51.100.7'] });
const empty = firewall('A', []);

const settled = (run: CopyRun) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (run.snapshot().settled) resolve();
    };
    run.subscribe(look);
    look();
  });

/** Calls that write a log; `fails` gives the problems of a call by its log line, each used once. */
function calls(fails: Record<string, ReturnType<typeof problem>[]> = {}, ids = true) {
  const log: string[] = [];
  const waits: number[] = [];
  const change = (async (ref: string, input: { params: { instance_uuid: string } }) => {
    const line = `${input.params.instance_uuid} ${ref}`;
    const trouble = fails[line]?.shift();
    log.push(trouble ? `${line}!` : line);
    if (trouble) throw trouble;
    return ids ? { id: `made by ${ref}` } : { id: null };
  }) as unknown as BackendChange;
  const load = async (instance: string) => {
    log.push(`${instance} load`);
    return firewall('A', ['A tcp 22 set:1', 'A tcp 80 any'], { office: [] });
  };
  const sleep = async (milliseconds: number) => void waits.push(milliseconds);
  return { log, waits, calls: { change, load, sleep } };
}

const job = (id: string): Job => ({ id, to: empty, steps: copyPlan(from, empty, true).steps });
const states = (run: CopyRun) =>
  run.snapshot().jobs.map(({ steps }) => steps.map(({ state }) => state).join(' '));

describe('startCopyRun', () => {
  it('runs the machines one after the other, and their steps in order', async () => {
    const { log, calls: given } = calls();
    const run = startCopyRun([job('a'), job('b')], given);
    await settled(run);
    const one = (id: string) =>
      ['D44', 'D46', 'D39', 'D39', 'D41', 'D37'].map((ref) => `${id} ${ref}`);
    expect(log).toEqual([...one('a'), ...one('b')]);
    expect(states(run)).toEqual(['done done done done done', 'done done done done done']);
  });

  it('loads the firewall to find ids that an answer leaves out', async () => {
    const { log, calls: given } = calls({}, false);
    await settled(startCopyRun([job('a')], given));
    expect(log).toEqual(['a D44', 'a load', 'a D46', 'a D39', 'a D39', 'a load', 'a D41', 'a D37']);
  });

  it('stops a machine at its first failure and continues with the next', async () => {
    const refused = problem('bad_input', 422, 'no');
    const { log, calls: given } = calls({ 'a D39': [refused] });
    const run = startCopyRun([job('a'), job('b')], given);
    await settled(run);
    expect(states(run)).toEqual(['done done failed left left', 'done done done done done']);
    expect(log).not.toContain('a D37');
    expect(run.snapshot().jobs[0]?.steps[2]?.problem?.code).toBe('bad_input');
  });

  it('waits after a 429 and repeats only that call', async () => {
    const slow = problem('too_many_requests', 429, 'slow', { retryAfter: 7 });
    const { log, waits, calls: given } = calls({ 'a D41': [slow] });
    const run = startCopyRun([job('a')], given);
    await settled(run);
    expect(waits).toEqual([7000]);
    expect(log).toEqual(['a D44', 'a D46', 'a D39', 'a D39', 'a D41!', 'a D41', 'a D37']);
    expect(run.snapshot().paused).toBe(false);
  });

  it('begins no step after stop', async () => {
    const { calls: given } = calls();
    const run = startCopyRun([job('a'), job('b')], given);
    run.stop();
    await settled(run);
    expect(states(run)).toEqual(['done left left left left', 'left left left left left']);
  });
});
