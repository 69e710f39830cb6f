'use client';
import { useSyncExternalStore } from 'react';
import { zonesOver } from '@/components/parts/charts/time-axis';
import { jakartaOffset, zoneName } from '@/lib/format';

const never = () => () => {};

/** The names of the viewer's zones between two instants in milliseconds; Jakarta's until the browser tells. */
export function useZone(from: number, to: number): string {
  return useSyncExternalStore(
    never,
    () => zonesOver(from, to),
    () => zoneName(jakartaOffset),
  );
}
