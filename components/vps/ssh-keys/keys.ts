'use client';
import { useEffect, useMemo, useState } from 'react';
import type { Row } from '@/lib/contract/types';
import { fingerprint, readPublicKey, type PublicKey } from '@/lib/ssh/public-key';

/** A key of the account with what can be read out of it. */
export interface SshKey extends Row<'D70'> {
  /** Null where its text isn't a key that we know. */
  read: PublicKey | null;
  /** `SHA256:…`; null until it is worked out, and where the browser can't. */
  print: string | null;
}

type Readable = Pick<SshKey, 'read'>;
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

/** The rows of D70, read. */
export function useSshKeys(rows: readonly Row<'D70'>[]): readonly SshKey[] {
  const read = useMemo(
    () => rows.map((row) => ({ ...row, read: readPublicKey(row.key ?? '').key ?? null })),
    [rows],
  );
  const prints = useFingerprints(read);
  return useMemo(
    () => read.map((row) => ({ ...row, print: (row.read && prints.get(row.read)) || null })),
    [read, prints],
  );
}
