'use client';
import { useState } from 'react';
import type { Lockout } from '@/lib/firewall/lockout';

/** Whether the person has acknowledged these warnings. When the warnings change, they have to be acknowledged again. */
export function useAcknowledged(
  warnings: readonly Lockout[],
): readonly [sure: boolean, setSure: (sure: boolean) => void] {
  const now = JSON.stringify(warnings);
  const [last, setLast] = useState(now);
  const [sure, setSure] = useState(false);
  // It is reset while rendering, not afterwards, so that the box is never shown ticked for other warnings.
  if (last !== now) {
    setLast(now);
    setSure(false);
  }
  return [sure && last === now, setSure];
}
