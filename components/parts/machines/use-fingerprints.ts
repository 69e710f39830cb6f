'use client';
import { useEffect, useState } from 'react';
import { fingerprint, type PublicKey } from '@/lib/ssh/public-key';

interface Readable {
  /** Null if the text isn't a key of a type that we know. */
  read: PublicKey | null;
}

const nothing: ReadonlyMap<PublicKey, string> = new Map();

/** Computes the fingerprints of keys; the map is empty until then. Memoize `keys`. */
export function useFingerprints(keys: readonly Readable[]): ReadonlyMap<PublicKey, string> {
  const [prints, setPrints] = useState(nothing);
  useEffect(() => {
    let gone = false;
    const work = keys.flatMap(({ read }) =>
      read ? [fingerprint(read).then((print): [PublicKey, string] => [read, print ?? ''])] : [],
    );
    void Promise.all(work).then((all) => {
      if (!gone) setPrints(new Map(all));
    });
    return () => {
      gone = true;
    };
  }, [keys]);
  return prints;
}
