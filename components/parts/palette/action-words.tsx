'use client';
import { createContext, useContext, type ReactNode } from 'react';
import { IntlMore } from '@/lib/intl/provider';

/** The address of the messages that only actions need. */
export const ActionWordsAddress = createContext<string | null>(null);

/** Gives what is inside the messages of all actions. They are fetched when it is first shown. */
export function ActionWords({ children }: { children: ReactNode }) {
  const src = useContext(ActionWordsAddress);
  return src === null ? children : <IntlMore src={src}>{children}</IntlMore>;
}
