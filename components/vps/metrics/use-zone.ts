'use client';
import { useSyncExternalStore } from 'react';
import { zoneAt } from '@/components/parts/charts/time-axis';
import { jakartaOffset, zoneName } from '@/lib/format';

const never = () => () => {};

/** The name of the viewer's zone at an instant in milliseconds; Jakarta's until the browser tells. */
export function useZone(at: number): string {
  return useSyncExternalStore(
    never,
    () => zoneAt(at),
    () => zoneName(jakartaOffset),
  );
}
