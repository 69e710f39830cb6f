/** The sources of the palette, one for each kind of thing. `app` passes them in. */
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

/** Where the palette finds things of one kind. `entries` makes its lines of an answer. */
export interface Source<R extends ReadRef> {
  id: string;
  /** The read that lists all of a scope; null if the scope has none. It is asked once. */
  all: (scope: Scope) => Ask<R> | null;
  /** A second read for the typed text, if `all` gave only a part; null for none. */
  more?: (scope: Scope, q: string, first: Result<R>) => Ask<R> | null;
  /** True if the answers may miss a match; the person is told. */
  blind?: (q: string, first: Result<R>) => boolean;
  entries: (result: Result<R>, scope: Scope) => readonly Entry[];
}

/** A source of any operation. */
export interface AnySource {
  id: string;
  all: (scope: Scope) => AnyAsk | null;
  more: (scope: Scope, q: string, first: unknown) => AnyAsk | null;
  blind: (q: string, first: unknown) => boolean;
  entries: (result: unknown, scope: Scope) => readonly Entry[];
}

/** One read of any operation. */
export interface AnyAsk {
  ref: ReadRef;
  input: AnyInput;
  account: string | undefined;
}

function anyAsk<R extends ReadRef>(ask: Ask<R> | null): AnyAsk | null {
  return ask && { ref: ask.ref, input: ask.input as AnyInput, account: ask.account };
}

/** Lets one array hold sources of different operations. */
export function source<R extends ReadRef>({ id, all, more, blind, entries }: Source<R>): AnySource {
  return {
    id,
    all: (scope) => anyAsk(all(scope)),
    more: (scope, q, first) => anyAsk(more?.(scope, q, first as Result<R>) ?? null),
    blind: (q, first) => blind?.(q, first as Result<R>) ?? false,
    entries: (result, scope) => entries(result as Result<R>, scope),
  };
}
