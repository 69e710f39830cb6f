/** Hands answers that a server component has read to the browser's cache. Server only. */
import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ReadRef } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { requireSession } from './session';
import { backendKey, type BackendKey } from '@/lib/query/key';
import { Hydrated } from '@/lib/query/hydrated';
import { DeferredHydration } from '@/lib/query/deferred-hydration';
import type { AnyInput } from '@/lib/query/url';

/** One answer under the key that `useBackendQuery` asks by. */
export interface Answered {
  key: (identity: string) => BackendKey;
  data: unknown;
}

/** `answered('D02', { query }, rows, account)`: the same ref, input and account as the hook gets. */
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
 * Puts answers into the cache of the client components below.
 * @param answers may still be on their way (of a layout): the server begins with what is inside without waiting
 */
export async function Hydrate({
  answers,
  children,
}: {
  answers: readonly Answered[] | Promise<readonly Answered[]>;
  children: ReactNode;
}) {
  if (answers instanceof Promise)
    return <DeferredHydration state={answers.then(stateOf)}>{children}</DeferredHydration>;
  return <Hydrated state={await stateOf(answers)}>{children}</Hydrated>;
}
