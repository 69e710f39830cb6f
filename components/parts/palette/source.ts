/** Where the palette finds things: a source a kind of thing. `app` gives those that there are. */
import type { ReadRef } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import type { AnyInput } from '@/lib/query/url';
import type { Scope } from '@/components/parts/shell/scopes';
import type { Entry } from './entry';

/** One read of a backend. */
export interface Ask<R extends ReadRef> {
  ref: R;
  input: Input<R>;
  /** Slug of a DewaVPS account. */
  account?: string;
}

export interface Source<R extends ReadRef> {
  id: string;
  /** What lists all of a scope, asked once whatever is typed; null where a scope has none of it. */
  all: (scope: Scope) => Ask<R> | null;
  /** What is asked besides for what was typed, where `all` answered a part only; null for nothing. */
  more?: (scope: Scope, q: string, first: Result<R>) => Ask<R> | null;
  /** True where neither answer can be trusted to hold what was typed: the person is told. */
  blind?: (q: string, first: Result<R>) => boolean;
  entries: (result: Result<R>, scope: Scope) => readonly Entry[];
}

/** A source whatever its operation. */
export interface AnySource {
  id: string;
  all: (scope: Scope) => AnyAsk | null;
  more: (scope: Scope, q: string, first: unknown) => AnyAsk | null;
  blind: (q: string, first: unknown) => boolean;
  entries: (result: unknown, scope: Scope) => readonly Entry[];
}

export interface AnyAsk {
  ref: ReadRef;
  input: AnyInput;
  account: string | undefined;
}

function anyAsk<R extends ReadRef>(ask: Ask<R> | null): AnyAsk | null {
  return ask && { ref: ask.ref, input: ask.input as AnyInput, account: ask.account };
}

/** Lets sources of different operations stand in one list. */
export function source<R extends ReadRef>({ id, all, more, blind, entries }: Source<R>): AnySource {
  return {
    id,
    all: (scope) => anyAsk(all(scope)),
    more: (scope, q, first) => anyAsk(more?.(scope, q, first as Result<R>) ?? null),
    blind: (q, first) => blind?.(q, first as Result<R>) ?? false,
    entries: (result, scope) => entries(result as Result<R>, scope),
  };
}
