'use client';
import { useEffectEvent, useLayoutEffect } from 'react';

interface PageEvents extends WindowEventMap {
  /** An event of the document that bubbles to the window. */
  visibilitychange: Event;
}

/** Listens to an event of the page while the component is mounted. With `capture`, before the target's listeners. */
export function useListener<Type extends keyof PageEvents>(
  type: Type,
  listen: (event: PageEvents[Type]) => void,
  capture = false,
): void {
  const latest = useEffectEvent(listen);
  // With the commit that hydrates the page: what is pressed after it isn't lost.
  useLayoutEffect(() => {
    const hear = (event: Event) => latest(event as PageEvents[Type]);
    window.addEventListener(type, hear, { capture });
    return () => window.removeEventListener(type, hear, { capture });
  }, [type, capture]);
}
