/** Whose money a payment adds to, and whoever asks for it. Server only, plain Node. */
import { createHash } from 'node:crypto';
import { callForPerson } from '@/lib/access/call-for-person';
import type { CallOptions, Credentials, RawInput } from '@/lib/backend';
import type { Ref } from '@/lib/contract';
import type { Result } from '@/lib/contract/types';
import { allowedUrl } from '@/lib/outside/address';
import { settings } from '@/lib/settings';
import type { PaymentFacts } from './payment';
import type { PaymentStore } from './store';

/** What somebody asks for. `method`: of Awanio the method's uuid, of DewaVPS its code. */
export interface Wanted {
  method: string;
  /** Rupiah that the balance gains. */
  amount: number;
  phone?: string | undefined;
}

/** Calls operations as the person of a request, with their rights. */
export type Ask = <R extends Ref>(
  ref: R,
  input: RawInput,
  options?: Pick<CallOptions, 'fresh' | 'keepFor'>,
) => Promise<Result<R>>;

export const asker =
  (credentials: Credentials, how: Pick<CallOptions, 'requestId' | 'signal'>): Ask =>
  async <R extends Ref>(ref: R, input: RawInput, options = {}) =>
    (await callForPerson(ref, input, credentials, { ...how, ...options })) as Result<R>;

/** A name for a store, from which nobody can tell what it stands for. */
export const storeKey = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** The address of a payment page, if it is on a host of `NUSA_PAYMENT_HOSTS`; else null. */
export function paymentPage(address: string | null): string | null {
  if (address === null) return null;
  const hosts = settings().NUSA_PAYMENT_HOSTS;
  const found = allowedUrl(address, { hosts, privateHosts: hosts });
  return 'url' in found ? found.url.href : null;
}

/** What is known of each payment, beyond what its status says. */
export interface Known {
  of(id: string): Promise<PaymentFacts | null>;
  note(payment: PaymentFacts): Promise<void>;
}

/** @param scope person and place, in texts */
export function knownPayments(store: PaymentStore, scope: readonly string[]): Known {
  const key = (id: string) => storeKey('payment', ...scope, id);
  return {
    async of(id) {
      const text = await store.read(key(id));
      return text === null ? null : (JSON.parse(text) as PaymentFacts);
    },
    note: (payment) => store.put(key(payment.id), JSON.stringify(payment)),
  };
}

/** The facts of the first, and of the second what the first doesn't say. */
export function merged(first: PaymentFacts, second: PaymentFacts | null): PaymentFacts {
  if (!second) return first;
  const said = Object.entries(first).filter(([, value]) => value !== null);
  return { ...second, ...Object.fromEntries(said) };
}

/** Milliseconds for which a status is believed, however many tabs ask for it. */
export const statusLasts = 3_000;
