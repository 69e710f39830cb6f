'use client';
import { createContext } from 'react';

/** URLs of the provider where people get help; null if the operator has set none. */
export interface Help {
  support: string | null;
  portal: string | null;
}

/** The shell provides it, so that primitives need no code of the provider. */
export const HelpContext = createContext<Help>({ support: null, portal: null });
