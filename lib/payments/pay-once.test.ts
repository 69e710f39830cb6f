import { describe, expect, it } from 'vitest';
import { problem, ProblemError } from '@/lib/problem';
import type { PaymentFacts } from './payment';
import { payOnce, type PayOptions, type Till } from './pay-once';
import { memoryStore } from './store';

const paymentOf = (id: string): PaymentFacts => ({
  id,
  amount: 100_000,
  fee: 4_000,
  tax: null,
  method: 'BC',
  methodName: 'BCA VA',
  kind: 'va',
  number: '0012345678901234',
  qr: null,
  url: null,
  expires: null,
  created: null,
});

/** A provider that makes payments as the test says. */
function provider(more: Partial<Till> & { answer?: (count: number) => Promise<void> } = {}) {
  const { answer, ...ways } = more;
  const made: string[] = [];
  const till: Till = {
    async make() {
      const id = `p-${made.length + 1}`;
      made.push(id);
      await new Promise((resolve) => setTimeout(resolve, 5));
      await answer?.(made.length);
      return paymentOf(id);
    },
    settled: async () => false,
    find: null,
    ...ways,
  };
  return { made, till };
}

const lost = () =>
  Promise.reject(
    problem('backend_timeout', 504, 'No answer.', { outcome: 'unknown', backendMessage: 'DOWN' }),
  );
const options = (more: Partial<PayOptions> = {}): PayOptions => ({
  limit: 1_000,
  now: Date.now,
  ...more,
});
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof ProblemError ? error.problem : null),
  );

describe('payOnce', () => {
  it('makes one payment of ten equal requests at once, and of a later one', async () => {
    const store = memoryStore();
    const { made, till } = provider();
    const pay = () => payOnce(store, 'ten', till, options());
    const all = await Promise.all(Array.from({ length: 10 }, pay));
    expect(new Set(all.map(({ payment }) => payment.id))).toEqual(new Set(['p-1']));
    expect(await pay()).toMatchObject({ payment: { id: 'p-1' }, resumed: true });
    expect(made).toHaveLength(1);
  });

  it('waits for a request that another replica has under way', async () => {
    const store = memoryStore();
    const { made, till } = provider();
    const elsewhere = { id: 'x', state: 'asking', since: Date.now() };
    await store.put('shared', JSON.stringify(elsewhere));
    const here = payOnce(store, 'shared', till, options());
    await store.put(
      'shared',
      JSON.stringify({ ...elsewhere, state: 'open', payment: paymentOf('theirs') }),
    );
    expect(await here).toMatchObject({ payment: { id: 'theirs' }, resumed: true });
    expect(made).toEqual([]);
  });

  it('takes the request of a process that ended for lost', async () => {
    const store = memoryStore();
    const { made, till } = provider();
    await store.put('dead', JSON.stringify({ id: 'x', state: 'asking', since: 0 }));
    const told = await problemOf(payOnce(store, 'dead', till, options()));
    expect(told).toMatchObject({ outcome: 'unknown', attempt: 'x' });
    expect(made).toEqual([]);
  });

  it('makes a new one after the first is settled, and not while that can not be asked', async () => {
    const store = memoryStore();
    let settled: () => Promise<boolean> = () => Promise.reject(new Error('down'));
    const { made, till } = provider({ settled: () => settled() });
    const pay = () => payOnce(store, 'settled', till, options());
    await pay();
    expect((await pay()).payment.id).toBe('p-1');
    settled = () => Promise.resolve(true);
    expect(await pay()).toMatchObject({ payment: { id: 'p-2' }, resumed: false });
    expect(made).toHaveLength(2);
  });

  it('forgets a request that was refused for certain', async () => {
    const store = memoryStore();
    const { made, till } = provider({
      answer: (count) =>
        count === 1 ? Promise.reject(problem('bad_input', 422, 'Too little.')) : Promise.resolve(),
    });
    const pay = () => payOnce(store, 'refused', till, options());
    const both = await Promise.all([problemOf(pay()), problemOf(pay())]);
    expect(both).toMatchObject([{ code: 'bad_input' }, { code: 'bad_input' }]);
    expect((await pay()).payment.id).toBe('p-2');
    expect(made).toHaveLength(2);
  });

  it('keeps a lost one until somebody who has checked pays again', async () => {
    const store = memoryStore();
    const { made, till } = provider({
      answer: (count) => (count === 1 ? lost() : Promise.resolve()),
    });
    const pay = (again?: string) => payOnce(store, 'lost', till, options({ again }));
    const first = await problemOf(pay());
    expect(first).toMatchObject({ outcome: 'unknown', backendMessage: 'DOWN' });
    expect(await problemOf(pay())).toMatchObject({ attempt: first?.attempt, outcome: 'unknown' });
    expect(await problemOf(pay('another'))).toMatchObject({ attempt: first?.attempt });
    expect(made).toHaveLength(1);
    const again = await Promise.all([pay(first?.attempt), pay(first?.attempt)]);
    expect(again.map(({ payment }) => payment.id)).toEqual(['p-2', 'p-2']);
    expect((await pay(first?.attempt)).payment.id).toBe('p-2');
    expect(made).toHaveLength(2);
  });

  it('finds a lost one in the list, and says where the list could not be read', async () => {
    const store = memoryStore();
    const answers = [
      () => Promise.reject(new Error('down')),
      () => Promise.resolve(null),
      () => Promise.resolve(paymentOf('found')),
    ];
    const { made, till } = provider({ answer: lost, find: () => answers.shift()?.() ?? lost() });
    const pay = () => payOnce(store, 'found', till, options());
    expect(await problemOf(pay())).toMatchObject({ looked: 'unread' });
    expect(await problemOf(pay())).toMatchObject({ looked: 'absent' });
    expect(await pay()).toMatchObject({ payment: { id: 'found' }, resumed: true });
    expect((await pay()).payment.id).toBe('found');
    expect(made).toHaveLength(1);
  });
});
