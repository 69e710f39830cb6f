'use client';
import { useState } from 'react';
import type { Lockout } from '@/lib/firewall/lockout';

/** Whether these very warnings are acknowledged: other ones, or the same after an interval without, ask anew. */
export function useSure(
  warnings: readonly Lockout[],
): readonly [sure: boolean, setSure: (sure: boolean) => void] {
  const now = JSON.stringify(warnings);
  const [last, setLast] = useState(now);
  const [sure, setSure] = useState(false);
  // Set while rendering, not after it: no moment shows the box ticked for what it wasn't ticked for.
  if (last !== now) {
    setLast(now);
    setSure(false);
  }
  return [sure && last === now, setSure];
}
