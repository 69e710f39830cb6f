import { describe, expect, it, vi } from 'vitest';
import { problem, ProblemError } from '@/lib/problem';
import type { Metal } from './metal';
import { orderMachines } from './order-machines';

const metal = (uuid: string, hostname = 'web', created_at: string | null = null) =>
  ({ uuid, hostname, created_at }) as Metal;
const order = (count: number) =>
  ({ body: { hostname: 'Web', compute_same_config: count } }) as never;
const soldOut = problem('conflict', 409, 'MACHINE IS SOLD OUT');

/** A backend whose list answers these rows one after the other, the last one always. */
function backend(...answers: (Metal[] | ProblemError)[]) {
  const list = vi.fn(async () => {
    const next = answers.length > 1 ? answers.shift() : answers[0];
    if (next instanceof ProblemError) throw next;
    return { data: next ?? [], page: null };
  });
  return { list, wait: async () => {} };
}
const accept = async () => ({});
const refuse = async () => {
  throw soldOut;
};

describe('orderMachines', () => {
  it('finds the new machines by hostname', async () => {
    const old = [metal('a'), metal('b', 'other')];
    const all = [metal('d'), metal('c'), metal('e', 'other'), ...old];
    const { made, problem } = await orderMachines(order(2), {
      send: accept,
      ...backend(old, all),
    });
    expect([made?.map(({ uuid }) => uuid), problem]).toEqual([['d', 'c'], null]);
  });
  it('waits for a list that is late', async () => {
    const { made } = await orderMachines(order(1), {
      send: accept,
      ...backend([], [], [metal('a')]),
    });
    expect(made).toHaveLength(1);
  });
  it('tells of the machines that were made before one was refused', async () => {
    const { made, problem } = await orderMachines(order(5), {
      send: refuse,
      ...backend([], [metal('a'), metal('b')]),
    });
    expect([made?.length, problem?.code]).toEqual([2, 'conflict']);
  });
  it('looks through all pages of the list, and leaves out what is older than the order', async () => {
    const old = metal('old', 'other', '2026-05-01T00:00:00Z');
    const hidden = metal('hidden', 'web', '2026-04-01T00:00:00Z');
    const fresh = metal('fresh', 'web', '2026-05-02T00:00:00Z');
    const page = { page: 1, per_page: 1, last_page: 2 };
    let sent = false;
    const list = async (at: number) =>
      sent
        ? { data: at === 1 ? [old, hidden] : [fresh], page: { ...page, total: 3 } }
        : { data: [old], page: { ...page, total: 1 } };
    const send = async () => {
      sent = true;
    };
    const { made } = await orderMachines(order(1), { send, list, wait: async () => {} });
    expect(made?.map(({ uuid }) => uuid)).toEqual(['fresh']);
  });
  it('says that it does not know where the list counts more machines than it shows', async () => {
    const page = { page: 1, per_page: 1, last_page: 9 };
    let total = 5;
    const list = async () => ({ data: [metal('old', 'other')], page: { ...page, total } });
    const send = async () => {
      total += 2;
      throw soldOut;
    };
    const { made, problem } = await orderMachines(order(3), { send, list, wait: async () => {} });
    expect([made, problem?.code]).toEqual([null, 'conflict']);
  });
  it('fails where none was made', async () => {
    await expect(orderMachines(order(5), { send: refuse, ...backend([]) })).rejects.toThrow(
      ProblemError,
    );
  });
  it('sends nothing while the list can not be read before', async () => {
    const send = vi.fn(accept);
    await expect(orderMachines(order(1), { send, ...backend(soldOut) })).rejects.toThrow();
    expect(send).not.toHaveBeenCalled();
  });
  it('says that it does not know where the list can not be read afterwards', async () => {
    const { made } = await orderMachines(order(1), { send: accept, ...backend([], soldOut) });
    expect(made).toBeNull();
  });
});
