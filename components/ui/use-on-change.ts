'use client';
import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * Calls `act` after a rendering with another value than before.
 * @param act may return a function that cleans up before the next one
 * @param known what the first value is compared with
 */
export function useOnChange<Value>(
  value: Value,
  act: () => (() => void) | void,
  known: Value,
): void {
  const before = useRef(known);
  const latest = useEffectEvent(act);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    return latest();
  }, [value]);
}
