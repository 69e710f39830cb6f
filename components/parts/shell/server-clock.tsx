'use client';
import { useState } from 'react';
import { startServerClock } from '@/lib/clock';

/** Tells the browser what the server's clock said when it wrote the page, before anything is dated by it. */
export function ServerClock({ at }: { at: number }) {
  useState(() => startServerClock(at));
  return null;
}
