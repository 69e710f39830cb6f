/**
 * Makes a payment once, however often it is asked for. A key stands for one person, scope, amount and method. Its payment
 * is held until the backend says that it is settled, or refuses the request for certain. Where an answer was lost, the key
 * is kept: the provider's list is searched for the payment, and nothing is sent again until somebody says that they have
 * checked.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { perProcess } from '@/lib/log/per-process';
import { problem, ProblemError, type Problem } from '@/lib/problem';
import type { PaymentFacts } from './payment';
import type { PaymentStore } from './store';

/** How the payments of one scope are made, asked about and found. */
export interface Till {
  /** Sends the request. @throws ProblemError; with `outcome` where it may have been made */
  make(): Promise<PaymentFacts>;
  /** Whether the payment can't be paid any more. Throws where it can't be asked. */
  settled(payment: PaymentFacts): Promise<boolean>;
  /**
   * Finds the payment of a request that got no answer; null where it isn't in the list.
   * @param since when it was sent, milliseconds since 1970
   */
  find: ((since: number) => Promise<PaymentFacts | null>) | null;
}

/** The state of a key. `asking`: the request is under way. `unknown`: its answer was lost. */
type Held =
  | { id: string; state: 'asking' | 'unknown'; since: number }
  | { id: string; state: 'open'; since: number; payment: PaymentFacts };

export interface Made {
  payment: PaymentFacts;
  /** It was asked for before and isn't finished. */
  resumed: boolean;
}

/** Milliseconds between looks at a request that another replica has under way. */
const lookEvery = 250;
/** Milliseconds beyond a call's own limit after which a request under way counts as lost, such as with its process. */
const grace = 10_000;

const textOf = (held: Held) => JSON.stringify(held);

function unknownProblem(held: Held, cause: Problem | null, looked: Problem['looked']) {
  const { code = 'backend_timeout', status = 504 } = cause ?? {};
  return problem(code, status, 'Nobody knows whether the provider has this payment.', {
    ref: cause?.ref,
    requestId: cause?.requestId,
    backendMessage: cause?.backendMessage,
    outcome: 'unknown',
    looked,
    attempt: held.id,
  });
}

/** Looks for a payment whose answer was lost, and holds it if it is there. @throws ProblemError if it isn't */
async function lookFor(
  store: PaymentStore,
  key: string,
  held: Held,
  till: Till,
  cause: Problem | null,
): Promise<PaymentFacts> {
  if (!till.find) throw unknownProblem(held, cause, undefined);
  let found: PaymentFacts | null;
  try {
    found = await till.find(held.since);
  } catch {
    throw unknownProblem(held, cause, 'unread');
  }
  if (!found) throw unknownProblem(held, cause, 'absent');
  const open: Held = { id: held.id, state: 'open', since: held.since, payment: found };
  await store.swap(key, textOf(held), textOf(open));
  return found;
}

async function ask(store: PaymentStore, key: string, held: Held, till: Till): Promise<Made> {
  let payment: PaymentFacts;
  try {
    payment = await till.make();
  } catch (error) {
    const known = error instanceof ProblemError ? error.problem : null;
    if (known && known.outcome !== 'unknown') {
      await store.swap(key, textOf(held), null); // refused for certain: nothing was made
      throw error;
    }
    const lost: Held = { id: held.id, state: 'unknown', since: held.since };
    await store.swap(key, textOf(held), textOf(lost));
    return { payment: await lookFor(store, key, lost, till, known), resumed: false };
  }
  const open: Held = { id: held.id, state: 'open', since: held.since, payment };
  // Where this fails the key stays as under way, so that nothing is sent a second time.
  await store.swap(key, textOf(held), textOf(open)).catch(() => false);
  return { payment, resumed: false };
}

/** One step: makes the payment, or answers from what is held; null to look again. */
async function step(
  store: PaymentStore,
  key: string,
  till: Till,
  { again, limit, now }: PayOptions,
): Promise<Made | null> {
  const fresh: Held = { id: randomUUID(), state: 'asking', since: now() };
  if (await store.claim(key, textOf(fresh))) return ask(store, key, fresh, till);
  const text = await store.read(key);
  if (text === null) return null;
  const held = JSON.parse(text) as Held;
  if (held.state === 'open') {
    const over = await till.settled(held.payment).catch(() => false);
    if (!over) return { payment: held.payment, resumed: true };
    await store.swap(key, text, null);
    return null;
  }
  if (held.state === 'asking') {
    if (now() - held.since < limit + grace) await wait(lookEvery);
    else await store.swap(key, text, textOf({ ...held, state: 'unknown' }));
    return null;
  }
  try {
    return { payment: await lookFor(store, key, held, till, null), resumed: true };
  } catch (error) {
    if (again !== held.id) throw error;
    await store.swap(key, text, null); // the person has checked, and pays again
    return null;
  }
}

export interface PayOptions {
  /** The attempt of which the person says that they have checked it and want to pay again. */
  again?: string | undefined;
  /** Milliseconds that a call takes at most. */
  limit: number;
  now: () => number;
}

/**
 * Makes the payment of a key, or answers with the unfinished one. Equal requests of this process share one outcome.
 * @throws ProblemError: the refusal, or one with `outcome` and `attempt` where nobody knows
 */
export function payOnce(
  store: PaymentStore,
  key: string,
  till: Till,
  options: PayOptions,
): Promise<Made> {
  const underWay = perProcess('payments.under-way', () => new Map<string, Promise<Made>>());
  const running = underWay.get(key);
  if (running) return running;
  const run = async () => {
    for (;;) {
      const made = await step(store, key, till, options);
      if (made) return made;
    }
  };
  const made = run().finally(() => underWay.delete(key));
  underWay.set(key, made);
  return made;
}
