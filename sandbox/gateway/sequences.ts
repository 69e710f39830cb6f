/**
 * Random sequences of everything that moves money, for tests: charges, top-ups of both backends, refunds, callbacks that
 * are late, doubled or forged, and jumps of the clock. A model beside the ledger knows what each step must do, so that no
 * entry is lost or doubled. A sequence is always the same for its seed.
 */
import { readCallback as readAwanio, startTopUp } from '../awanio/payments';
import type { Cloud } from '../cloud';
import { readCallback as readDewavps } from '../dewavps/callback';
import { startDeposit } from '../dewavps/top-up';
import { hour } from '../ledger';
import { Refusal } from '../refusal';
import { act } from './actions';
import type { PaymentAction } from './actions';
import { callbackOf } from './callbacks';
import type { Changed } from './callbacks';
import type { Deposit } from './deposits';
import { paymentBy } from './gateway';
import type { Payment } from './gateway';
import { methods } from './methods';

/** Gives numbers from 0 to 1, always the same for a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What the model knows of a top-up. */
interface Known {
  deposit: Deposit;
  backend: 'awanio' | 'dewavps';
  /** At the gateway. */
  gateway: 'waiting' | 'paid' | 'failed' | 'given back';
  over: number;
  credited: boolean;
  givenBack: boolean;
}

/** What the model knows of a charged resource; instants are milliseconds, the rate is rupiah per hour. */
interface Charged {
  resource: string;
  account: string;
  rate: number;
  from: number;
  /** Null while it is charged. */
  to: number | null;
}

const begun = Date.parse('2026-03-10T03:00:00Z');
const [shortest, longest] = [60_000, 40 * 24 * hour];

/** One sequence with a tenant of its own. */
export class Sequence {
  readonly #random: () => number;
  readonly #tenant: string;
  readonly #organization: string;
  readonly #accounts: string[];
  readonly #known: Known[] = [];
  readonly #charged: Charged[] = [];

  /** @param cloud the sandbox as it is now, which is another one after a restart */
  constructor(
    private readonly cloud: () => Cloud,
    seed: number,
  ) {
    this.#random = randomOf(seed);
    this.#tenant = `sequence-${seed}`;
    this.#organization = `organization-${seed}`;
    // At this speed no time passes by itself, so that the model knows it.
    cloud().addTenant({ id: this.#tenant, name: this.#tenant, speed: 1e-9, at: begun });
    this.#accounts = [`awanio:${this.#organization}`, `dewavps:${this.#tenant}`];
    for (const account of this.#accounts)
      cloud().ledger.openAccount(account, this.#tenant, begun, 1_000_000);
  }

  /** Does a random step. */
  step(): void {
    this.#pick([
      this.#topUp,
      ...twice(this.#change),
      ...twice(this.#call),
      this.#charge,
      this.#jump,
    ]).call(this);
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new RangeError('there is nothing to pick');
    return item;
  }

  #whole(from: number, to: number): number {
    return from + Math.floor(this.#random() * (to - from + 1));
  }

  get #now(): number {
    return this.cloud().now(this.#tenant);
  }

  #topUp(): void {
    const amount = this.#whole(50_000, 900_000);
    const method = this.#pick(methods);
    const awanio = this.#random() < 0.5;
    const asked = { amount, payment_method: method.code, phone: '081200000000' };
    if (awanio && 'phone' in method) return;
    const deposit = awanio
      ? startTopUp(this.cloud(), this.#tenant, this.#organization, method, amount)
      : startDeposit(this.cloud(), this.#tenant, asked);
    const known: Known = {
      deposit,
      backend: awanio ? 'awanio' : 'dewavps',
      gateway: 'waiting',
      over: deposit.expires_at,
      credited: false,
      givenBack: false,
    };
    this.#known.push(known);
    if (this.#random() < 0.5) this.#do(known, 'pay'); // else few would be paid before the clock jumps
  }

  #payment({ deposit }: Known): Payment {
    const payment = paymentBy(this.cloud().store, deposit.reference ?? '');
    if (!payment) throw new Error('a payment is lost');
    return payment;
  }

  /** One of the newest top-ups, or any: of an old one everything has mostly been tried. */
  #some(): Known | undefined {
    const from = this.#random() < 0.8 ? this.#known.slice(-2) : this.#known;
    return from.length === 0 ? undefined : this.#pick(from);
  }

  /** Pays, fails, ends or gives back; what isn't possible must be refused. */
  #change(): void {
    const known = this.#some();
    if (!known) return;
    const action = this.#pick([
      'pay',
      'pay',
      'pay',
      'fail',
      'expire',
      'refund',
      'chargeback',
    ] as const);
    this.#do(known, action);
  }

  #do(known: Known, action: PaymentAction): void {
    const back = action === 'refund' || action === 'chargeback';
    const waits = known.gateway === 'waiting' && known.over > this.#now;
    const possible = back ? known.gateway === 'paid' : waits;
    const done = !refused(() => act(this.cloud(), this.#payment(known), action));
    if (done !== possible) throw new Error(`${action} was ${done ? 'done' : 'refused'}`);
    if (done) this.#note(known, action);
  }

  #note(known: Known, action: PaymentAction): void {
    if (action === 'expire') known.over = this.#now;
    else if (action === 'pay') known.gateway = 'paid';
    else if (action === 'fail') known.gateway = 'failed';
    else {
      known.gateway = 'given back';
      known.givenBack = known.credited;
    }
  }

  /** Sends a callback up to three times: a true one, one that the gateway doesn't mean, or a forged one. */
  #call(): void {
    const known = this.#some();
    if (!known) return;
    const code = this.#pick(['00', '00', '00', '00', '00', '01', '02']);
    const changed: Changed = this.#pick([
      ...twice({}),
      ...twice({}),
      ...twice({}),
      { key: 'guessed' },
      { amount: String(known.deposit.amount + 1) },
      { merchantCode: 'D0010' },
    ]);
    const form = callbackOf(this.cloud(), this.#payment(known), code, changed);
    const take = known.backend === 'awanio' ? readAwanio : readDewavps;
    const notice = {
      merchantCode: form.get('merchantCode') ?? '',
      merchantOrderId: form.get('merchantOrderId') ?? '',
      amount: form.get('amount') ?? '',
      resultCode: Number(code),
      reference: form.get('reference') ?? '',
      signature: form.get('signature') ?? '',
    };
    const forged = Object.keys(changed).length > 0;
    if (!forged && code === '00' && known.gateway === 'paid') known.credited = true;
    for (let times = this.#whole(1, 3); times > 0; times -= 1) {
      const body = known.backend === 'awanio' ? notice : { ...notice, resultCode: code };
      const was = refused(() => take(this.cloud(), body as typeof notice));
      if (forged && !was) throw new Error('a forged callback was taken');
    }
  }

  /** Starts to charge something, or stops. */
  #charge(): void {
    const running = this.#charged.filter(({ to }) => to === null);
    const { ledger } = this.cloud();
    const at = this.#now;
    if (running.length > 2) {
      const charged = this.#pick(running);
      ledger.closeMeter(charged.resource, at);
      charged.to = at;
      return;
    }
    const account = this.#pick(this.#accounts);
    const resource = `${this.#tenant} ${this.#charged.length}`;
    const rate = this.#whole(0, 500);
    ledger.openMeter({ resource, account, tenantId: this.#tenant, label: 'Machine', rate, at });
    this.#charged.push({ resource, account, rate, from: at, to: null });
  }

  #jump(): void {
    const advanceSeconds =
      Math.round(shortest * (longest / shortest) ** (this.#random() ** 2)) / 1000;
    this.cloud().clock.change(this.#tenant, { advanceSeconds });
  }

  /** Compares the ledger with the model. @throws Error that says what is wrong */
  check(): void {
    const cloud = this.cloud();
    cloud.catchUp(this.#tenant);
    for (const account of this.#accounts) {
      const entries = cloud.ledger.entries(account);
      let balance = 0;
      for (const entry of entries) {
        balance += entry.amount;
        if (balance !== entry.balance_after)
          throw new Error(`a balance doesn't follow: ${account}`);
      }
      if (balance !== cloud.ledger.balance(account)) throw new Error('the sum is not the balance');
      const of = this.#known.filter(({ deposit }) => deposit.account_id === account);
      const told = (kind: string) =>
        entries.flatMap((entry) =>
          entry.kind === kind ? [`${entry.resource} ${entry.amount}`] : [],
        );
      same(
        told('top-up'),
        of.flatMap(({ credited, deposit }) =>
          credited ? [`${deposit.id} ${deposit.amount}`] : [],
        ),
      );
      same(
        told('refund'),
        of.flatMap(({ givenBack, deposit }) =>
          givenBack ? [`${deposit.id} ${-deposit.amount}`] : [],
        ),
      );
      const moved = entries.filter(({ kind }) => kind !== 'charge');
      const charged = moved.reduce((sum, { amount }) => sum + amount, 0) - balance;
      if (charged !== this.#cost(account))
        throw new Error(`the charges are ${charged}: ${account}`);
    }
  }

  /** What an account was charged: each started hour in full. */
  #cost(account: string): number {
    return this.#charged
      .filter((charged) => charged.account === account)
      .reduce((sum, { rate, from, to }) => {
        const hours = Math.floor(((to ?? this.#now) - from) / hour) + 1;
        return sum + rate * hours;
      }, 0);
  }
}

const twice = <Item>(item: Item) => [item, item];

/** Whether the sandbox refuses; other errors are thrown. */
function refused(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

/** @throws Error if two lists don't hold the same texts, each as often */
function same(told: string[], right: string[]): void {
  if (told.sort().join() !== right.sort().join())
    throw new Error(`the ledger has ${told.join()}, and must have ${right.join()}`);
}
