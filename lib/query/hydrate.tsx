/** Hands answers that a server component has read to the browser's cache. Server only. */
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ReadRef } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { requireSession } from '@/lib/next/session';
import { backendKey, type BackendKey } from './key';
import type { AnyInput } from './url';

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

/** Puts answers into the cache of the client components below. */
export async function Hydrate({
  answers,
  children,
}: {
  answers: readonly Answered[];
  children: ReactNode;
}) {
  const { identity } = await requireSession();
  const client = new QueryClient();
  for (const { key, data } of answers) client.setQueryData(key(identity), data);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
