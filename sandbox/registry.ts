/** Where handlers are kept: `implement(ref, handler)` once an operation, typed by the contract. */
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

/** What a handler is given: checked against the contract's own input schemas. */
export interface HandlerInput<R extends Ref> {
  params: Part<ShapeOf<R>, 'params'>;
  query: Part<ShapeOf<R>, 'query'>;
  body: Part<ShapeOf<R>, 'body'>;
}

export interface User {
  uuid: string;
  id: number;
  tenant_id: string;
  username: string;
  email: string;
  name: string;
  password_hash: string;
  status: string;
  /** 1: may sign in as the provider's administrator (AX7). */
  provider: number;
  code: string | null;
  code_until_real: number | null;
  code_tries: number;
  last_login: number | null;
  created_at: number;
  updated_at: number;
}

/** A01–A03, AX7: nobody is known yet. */
export interface AnonymousContext {
  cloud: Cloud;
  store: Store;
}

interface KnownContext extends AnonymousContext {
  tenant: Tenant;
  /** Milliseconds in the tenant's time. */
  now: number;
}
export interface AwanioContext extends KnownContext {
  user: User;
  /** Signed in as the provider's administrator. */
  provider: boolean;
}
export interface DewavpsContext extends KnownContext {
  scopes: readonly string[];
  /** The ledger account of this customer. */
  account: string;
}

type Anonymous = 'A01' | 'A02' | 'A03' | 'AX7';
export type ContextOf<R extends Ref> = R extends Anonymous
  ? AnonymousContext
  : R extends AwanioRef
    ? AwanioContext
    : DewavpsContext;

export type Handler<R extends Ref> = (
  input: HandlerInput<R>,
  context: ContextOf<R>,
) => Wire<R> | Promise<Wire<R>>;

/** A handler whose input and context have been checked for its own reference by http.ts. */
export type AnyHandler = (
  input: { params: unknown; query: unknown; body: unknown },
  context: AnonymousContext | AwanioContext | DewavpsContext,
) => unknown;

const handlers = new Map<Ref, AnyHandler>();

/**
 * Gives an operation its handler. It answers the wire form; the envelope is put round it elsewhere. It
 * throws `Refusal` when it refuses.
 */
export function implement<R extends Ref>(ref: R, handler: Handler<R>): void {
  if (handlers.has(ref)) throw new Error(`${ref} has two handlers`);
  handlers.set(ref, handler as unknown as AnyHandler);
}

export function handlerOf(ref: Ref): AnyHandler | undefined {
  return handlers.get(ref);
}

export function registeredRefs(): Ref[] {
  return [...handlers.keys()].sort();
}
