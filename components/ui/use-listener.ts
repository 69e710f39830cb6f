'use client';
import { useEffect, useEffectEvent } from 'react';

/** Listens to an event of the whole page while it is drawn; `capture` comes before whoever is pressed. */
export function useListener<Type extends keyof DocumentEventMap>(
  type: Type,
  listen: (event: DocumentEventMap[Type]) => void,
  capture = false,
): void {
  const heard = useEffectEvent(listen);
  useEffect(() => {
    const hear = (event: DocumentEventMap[Type]) => heard(event);
    document.addEventListener(type, hear, { capture });
    return () => document.removeEventListener(type, hear, { capture });
  }, [type, capture]);
}
