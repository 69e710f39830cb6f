/** Hands answers that a server component has read to the browser's cache. Server only. */
import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ReadRef } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { requireSession } from './session';
import { backendKey, type BackendKey } from '@/lib/query/key';
import { Hydrated } from '@/lib/query/hydrated';
import type { AnyInput } from '@/lib/query/url';

/** One answer and the key that `useBackendQuery` uses for it. */
export interface Answered {
  key: (identity: string) => BackendKey;
  data: unknown;
}

/** `answered('D02', { query }, rows, account)`: ref, input and account are those of the hook. */
export function answered<R extends ReadRef>(
  ref: R,
  input: Input<R>,
  data: Result<R>,
  account?: string,
): Answered {
  return { key: (identity) => backendKey(identity, account, ref, input as AnyInput), data };
}

async function stateOf(answers: readonly Answered[]): Promise<DehydratedState> {
  const { identity } = await requireSession();
  const client = new QueryClient();
  for (const { key, data } of answers) client.setQueryData(key(identity), data);
  return dehydrate(client);
}

/**
 * Puts answers into the cache of the client components inside.
 * @param answers may still be loading (in a layout): the server renders the content without waiting
 */
export async function Hydrate({
  answers,
  children,
}: {
  answers: readonly Answered[] | Promise<readonly Answered[]>;
  children: ReactNode;
}) {
  const state = answers instanceof Promise ? answers.then(stateOf) : await stateOf(answers);
  return <Hydrated state={state}>{children}</Hydrated>;
}
