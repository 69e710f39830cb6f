'use client';
import { useState } from 'react';
import { useAttempt } from '@/components/ui/use-attempt';
import type { Problem } from '@/lib/problem';
import type { NewKey } from './credentials-file';
import type { NewStorage } from './storage';
import { useKeyChanges } from './use-key';

/** A storage that was just enabled. It is kept while its page is open, since the secret of its key is told once. */
export interface Made {
  storage: NewStorage;
  /** Whether the session keeps the key: nobody asked for it, it is being linked, it is linked, or it couldn't be. */
  keeping: 'not-asked' | 'working' | 'kept' | Problem;
  /** Links the key again. */
  again: () => void;
  close: () => void;
}

/** The keys of a new storage that came with their secrets. */
export const newKeysOf = ({ credentials }: NewStorage): NewKey[] =>
  credentials.flatMap(({ access_key: accessKey, secret_key: secretKey }) =>
    accessKey && secretKey ? [{ accessKey, secretKey }] : [],
  );

/** The storage that was just enabled, and a function that takes it over. @returns `made` is null before that */
export function useMade() {
  const [storage, setStorage] = useState<NewStorage | null>(null);
  const [kept, setKept] = useState(false);
  const { busy, problem, attempt } = useAttempt();
  const { link } = useKeyChanges();
  const keepKeyOf = (of: NewStorage) =>
    void attempt(async () => {
      const [key] = newKeysOf(of);
      if (!key) return;
      await link(key);
      setKept(true);
    });
  const take = (of: NewStorage, keep: boolean) => {
    setStorage(of);
    if (keep) keepKeyOf(of);
  };
  const made: Made | null = storage && {
    storage,
    keeping: kept ? 'kept' : busy ? 'working' : (problem ?? 'not-asked'),
    again: () => keepKeyOf(storage),
    close: () => setStorage(null),
  };
  return { made, take };
}
