'use client';
import { useEffect, useEffectEvent } from 'react';

/** Listens to an event of the window for as long as the component is there. */
export function useListener<Type extends keyof WindowEventMap>(
  type: Type,
  listen: (event: WindowEventMap[Type]) => void,
): void {
  const latest = useEffectEvent(listen);
  useEffect(() => {
    const hear = (event: WindowEventMap[Type]) => latest(event);
    window.addEventListener(type, hear);
    return () => window.removeEventListener(type, hear);
  }, [type]);
}
