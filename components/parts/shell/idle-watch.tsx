'use client';
import { useEffect } from 'react';
import { watchIdle } from '@/lib/query/idle';

/** Prolongs the session when the person uses the page, and opens sign-in over the page when the session has ended. */
export function IdleWatch({ idleAt }: { idleAt: string }) {
  useEffect(() => watchIdle(idleAt), [idleAt]);
  return null;
}
