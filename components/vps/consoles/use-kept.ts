'use client';
import { useState } from 'react';
import { usePerson } from '@/lib/query/person';
import { keep, readKept } from '@/lib/query/storage';

/** A choice that the browser keeps for this person. Only for parts that never render on the server. */
export function useKept<T>(
  name: string,
  valid: (value: unknown) => value is T,
  otherwise: T,
): [value: T, set: (value: T) => void] {
  const { identity } = usePerson();
  const [value, setValue] = useState<T>(() => {
    const kept = readKept(identity, name);
    return valid(kept) ? kept : otherwise;
  });
  const set = (next: T) => {
    setValue(next);
    keep(identity, name, next);
  };
  return [value, set];
}
