'use client';
import { useMemo } from 'react';
import { useFingerprints } from '@/components/parts/machines/use-fingerprints';
import type { Row } from '@/lib/contract/types';
import { readPublicKey, type PublicKey } from '@/lib/ssh/public-key';

/** A key of the account with what can be read out of it. */
export interface SshKey extends Row<'D70'> {
  /** Null where its text isn't a key that we know. */
  read: PublicKey | null;
  /** `SHA256:…`; null until it is worked out, and where the browser can't. */
  print: string | null;
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
