'use client';
import { useEffect, useState } from 'react';
import { fingerprint, type PublicKey } from '@/lib/ssh/public-key';

interface Readable {
  /** Null where a text isn't a key that we know. */
  read: PublicKey | null;
}

const nothing: ReadonlyMap<PublicKey, string> = new Map();

/** Works out the fingerprints of some keys; empty until then. Memoize `keys`. */
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
