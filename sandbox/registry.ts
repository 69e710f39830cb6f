/** The registry of handlers: one `implement(ref, handler)` for each operation, typed by the contract. */
import type { AwanioRef, Ref } from '@/lib/contract/index';
import type { allShapes } from '@/lib/contract/schemas/index';
import type { Wire } from '@/lib/contract/types';
import type { z } from 'zod';
import type { Cloud, Tenant } from './cloud';
import type { Store } from './db';

type ShapeOf<R extends Ref> = (typeof allShapes)[R];
type Parsed<S> = S extends z.ZodType ? z.output<S> : Record<never, never>;
type Part<S, Name extends string> =
  S extends Record<Name, infer Schema> ? Parsed<Schema> : Record<never, never>;

/** The input of a handler, checked by the contract's schemas. */
export interface HandlerInput<R extends Ref> {
  params: Part<ShapeOf<R>, 'params'>;
  query: Part<ShapeOf<R>, 'query'>;
  body: Part<ShapeOf<R>, 'body'>;
}

/** A user's row; instants are milliseconds of tenant time, those that end in `_real` of real time. */
export interface User {
  uuid: string;
  id: number;
  tenant_id: string;
  username: string;
  email: string;
  name: string;
  password_hash: string;
  status: string;
  /** 1 if the user may sign in as the provider's administrator (AX7). */
  provider: number;
  code: string | null;
  code_until_real: number | null;
  code_tries: number;
  last_login: number | null;
  created_at: number;
  updated_at: number;
}

/** The context of A01–A03, A53 and AX7, which need no sign-in. */
export interface AnonymousContext {
  cloud: Cloud;
  store: Store;
}

interface KnownContext extends AnonymousContext {
  tenant: Tenant;
  /** Milliseconds in the tenant's time. */
  now: number;
}
/** The context of Awanio's handlers. */
export interface AwanioContext extends KnownContext {
  user: User;
  /** Whether the user signed in as the provider's administrator. */
  provider: boolean;
}
/** The context of DewaVPS's handlers. */
export interface DewavpsContext extends KnownContext {
  scopes: readonly string[];
  /** The ledger account of this customer. */
  account: string;
}

type Anonymous = 'A01' | 'A02' | 'A03' | 'A53' | 'AX7';
/** The context of an operation's handler. */
export type ContextOf<R extends Ref> = R extends Anonymous
  ? AnonymousContext
  : R extends AwanioRef
    ? AwanioContext
    : DewavpsContext;

/** A handler: it returns the wire form of the answer, without the envelope. */
export type Handler<R extends Ref> = (
  input: HandlerInput<R>,
  context: ContextOf<R>,
) => Wire<R> | Promise<Wire<R>>;

/** A handler without its types; http.ts has checked its input and context. */
export type AnyHandler = (
  input: { params: unknown; query: unknown; body: unknown },
  context: AnonymousContext | AwanioContext | DewavpsContext,
) => unknown;

const handlers = new Map<Ref, AnyHandler>();

/** Registers the handler of an operation. The handler throws `Refusal` to refuse. */
export function implement<R extends Ref>(ref: R, handler: Handler<R>): void {
  if (handlers.has(ref)) throw new Error(`${ref} has two handlers`);
  handlers.set(ref, handler as unknown as AnyHandler);
}

/** The handler of an operation, if there is one. */
export function handlerOf(ref: Ref): AnyHandler | undefined {
  return handlers.get(ref);
}

/** The operations that have a handler. */
export function registeredRefs(): Ref[] {
  return [...handlers.keys()].sort();
}
