'use client';
import { createContext, type ComponentType } from 'react';

/** Where people get help. The URLs are the provider's; null if the operator has set none. */
export interface Help {
  support: string | null;
  portal: string | null;
  /** A link to where the balance is topped up; null where there is no page for it. */
  TopUp: ComponentType | null;
}

/** The shell provides it, so that primitives need no code of the provider. */
export const HelpContext = createContext<Help>({ support: null, portal: null, TopUp: null });
