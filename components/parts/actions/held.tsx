'use client';
import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useState,
  type ReactNode,
} from 'react';

/** Is told by what opens over the page that it opens (1) or closes (-1). */
const Opens = createContext<(by: 1 | -1) => void>(() => undefined);

/** Tells the `Held` around it that something is open over the page, as long as the component is mounted. */
export function useHolding(): void {
  const tell = useContext(Opens);
  useLayoutEffect(() => {
    tell(1);
    return () => tell(-1);
  }, [tell]);
}

interface Given<Value> {
  /** What decides which part is shown, compared with `Object.is`. */
  value: Value;
  children: (held: Value) => ReactNode;
}

/**
 * Keeps the part of a page that a dialog was opened from. The dialog lives in that part: if an answer replaced the part,
 * such as “No volumes” by a list, the dialog and what was typed in it would be lost. Nothing is replaced until it closes.
 */
export function Held<Value>({ value, children }: Given<Value>) {
  const [open, setOpen] = useState(0);
  const [held, setHeld] = useState({ value });
  const tell = useCallback((by: 1 | -1) => setOpen((count) => count + by), []);
  if (open === 0 && !Object.is(held.value, value)) setHeld({ value });
  return <Opens value={tell}>{children(open === 0 ? value : held.value)}</Opens>;
}
