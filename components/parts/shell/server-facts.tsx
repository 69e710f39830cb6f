'use client';
import { useState } from 'react';
import { startServerClock } from '@/lib/clock';
import { setPageBuild } from '@/lib/session/build';

/**
 * Tells the browser what it can't know of the server that wrote the page: what its clock said, before anything is dated by
 * it, and which version it runs.
 */
export function ServerFacts({ at, build }: { at: number; build: string }) {
  useState(() => {
    startServerClock(at);
    setPageBuild(build);
  });
  return null;
}
