'use client';
import { useEffect } from 'react';
import { watchIdle } from '@/lib/query/idle';

/** Prolongs the session by real input, and opens sign-in over the page when it has ended for want of it. */
export function IdleWatch({ idleAt }: { idleAt: string }) {
  useEffect(() => watchIdle(idleAt), [idleAt]);
  return null;
}
