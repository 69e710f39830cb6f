'use client';
import { useEffect, useEffectEvent } from 'react';

interface PageEvents extends WindowEventMap {
  /** The document's own, which goes on to its window. */
  visibilitychange: Event;
}

/** Listens to an event of the whole page while the component is there; `capture` comes before whoever is pressed. */
export function useListener<Type extends keyof PageEvents>(
  type: Type,
  listen: (event: PageEvents[Type]) => void,
  capture = false,
): void {
  const latest = useEffectEvent(listen);
  useEffect(() => {
    const hear = (event: Event) => latest(event as PageEvents[Type]);
    window.addEventListener(type, hear, { capture });
    return () => window.removeEventListener(type, hear, { capture });
  }, [type, capture]);
}
