'use client';
import { useMemo } from 'react';
import { useFingerprints } from '@/components/parts/machines/use-fingerprints';
import type { Row } from '@/lib/contract/types';
import { readPublicKey, type PublicKey } from '@/lib/ssh/public-key';

/** A key of the account, with what its text says. */
export interface SshKey extends Row<'D70'> {
  /** Null when the text isn't a public key of a known type. */
  read: PublicKey | null;
  /** `SHA256:…`; null until it is computed, or when the browser can't compute it. */
  print: string | null;
}

/** Reads the text of each key of D70 and computes its fingerprint. */
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
