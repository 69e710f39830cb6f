/** The browser's calls to `/api/payments`, and what it keeps of payments: their references alone. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { encodePart } from '@/lib/contract/well-formed';
import type { MoneyScope } from '@/lib/paths';
import { statusWait } from '@/lib/payments/pace';
import { isSettled, type Payment, type Started } from '@/lib/payments/payment';
import { type ProblemError } from '@/lib/problem';
import { wantsSignIn } from '@/lib/query/fetcher';
import { usePerson, type Person } from '@/lib/query/person';
import { signedIn } from '@/lib/query/signed-in';
import { keepLasting, lastingKey, readLasting } from '@/lib/query/storage';
import { isIdle } from '@/lib/query/user-input';
import { fetchJson } from '@/lib/session/fetcher';

/** A scope as text: `o/{org}` or `vps/{account}`. */
export const scopeKey = (of: MoneyScope): string =>
  'account' in of ? `vps/${of.account}` : `o/${of.org}`;

const placeUrl = (of: MoneyScope) =>
  'account' in of
    ? `/api/payments/vps/${encodePart(of.account)}`
    : `/api/payments/organizations/${encodePart(of.org)}`;

/** What is sent to ask for a payment. */
export interface Asked {
  method: string;
  amount: number;
  phone?: string;
  /** The attempt that the person has checked. */
  again?: string;
}

/** Runs a call about payments. If the session has ended, sign-in opens over the page, and it runs again. */
const asPerson = <T>(of: MoneyScope, { own }: Person, run: () => Promise<unknown>): Promise<T> =>
  signedIn(run, (error) =>
    'account' in of
      ? wantsSignIn(error, 'D87', of.account, own)
      : wantsSignIn(error, 'A51', undefined, own),
  ) as Promise<T>;

/** Asks for a payment; an equal one that isn't finished is the answer. @throws ProblemError */
export const startPayment = (of: MoneyScope, person: Person, asked: Asked): Promise<Started> =>
  asPerson(of, person, () => fetchJson(placeUrl(of), { method: 'POST', json: asked }));

const paymentUrl = (of: MoneyScope, id: string) => `${placeUrl(of)}/${encodePart(id)}`;

const paymentKey = (identity: string, of: MoneyScope, id: string) =>
  [identity, 'payment', `${scopeKey(of)}/${id}`] as const;

/**
 * A payment, asked for again until it is settled.
 * @param first as the server has read it
 */
export function usePayment(
  of: MoneyScope,
  id: string,
  first?: Payment,
): UseQueryResult<Payment, ProblemError> {
  const person = usePerson();
  const { identity } = person;
  return useQuery<Payment, ProblemError>({
    queryKey: paymentKey(identity, of, id),
    queryFn: async ({ signal }) => {
      const read = () => fetchJson(paymentUrl(of, id), { signal });
      const payment = await asPerson<Payment>(of, person, read);
      if (isSettled(payment.state)) forgetPayment(identity, of, id);
      return payment;
    },
    ...(first ? { initialData: first } : {}),
    refetchInterval: ({ state: { data, error } }) => {
      if (isIdle()) return false;
      if (error) return statusWait(null, Math.max(15, error.problem.retryAfter ?? 0));
      return statusWait(data ?? null);
    },
  });
}

/** A reference that this browser keeps. `gone`: the person doesn't want to see it any more. */
interface Kept {
  scope: string;
  id: string;
  gone?: true;
}

/** Most references that are kept; the oldest are dropped first. */
const mostKept = 50;

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { scope, id } = value as Partial<Kept>;
  return typeof scope === 'string' && typeof id === 'string';
}

const readAll = (identity: string): Kept[] => {
  const read = readLasting(identity, 'payments');
  return Array.isArray(read) ? read.filter(isKept) : [];
};

const listeners = new Set<() => void>();

function write(identity: string, next: readonly Kept[]): void {
  keepLasting(identity, 'payments', next.length === 0 ? null : next.slice(-mostKept));
  for (const listener of listeners) listener();
}

const others = (identity: string, of: MoneyScope, id: string) =>
  readAll(identity).filter((kept) => kept.scope !== scopeKey(of) || kept.id !== id);

/** Keeps the reference of a payment that was asked for. */
export const keepPayment = (identity: string, of: MoneyScope, id: string): void =>
  write(identity, [...others(identity, of, id), { scope: scopeKey(of), id }]);

/** Doesn't show an unfinished payment any more. It stays as it is at the provider. */
export const letPaymentGo = (identity: string, of: MoneyScope, id: string): void =>
  write(identity, [...others(identity, of, id), { scope: scopeKey(of), id, gone: true }]);

/** Forgets the reference of a payment that is settled. */
function forgetPayment(identity: string, of: MoneyScope, id: string): void {
  const left = others(identity, of, id);
  if (left.length < readAll(identity).length) write(identity, left);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The references of a scope that this browser keeps. */
export function useKeptPayments(of: MoneyScope): { open: string[]; gone: string[] } {
  const { identity } = usePerson();
  const scope = scopeKey(of);
  const text = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(lastingKey(identity, 'payments')) ?? '',
    () => '',
  );
  return useMemo(() => {
    const mine = text === '' ? [] : readAll(identity).filter((kept) => kept.scope === scope);
    const ids = (gone: boolean) =>
      mine.filter((kept) => (kept.gone ?? false) === gone).map(({ id }) => id);
    return { open: ids(false), gone: ids(true) };
  }, [text, identity, scope]);
}
