'use client';
import { createContext } from 'react';

/** Where somebody gets help that a program can't give: addresses of the provider's, null where the operator has set none. */
export interface Help {
  support: string | null;
  portal: string | null;
}

/** Given by the shell; primitives know no provider. */
export const HelpContext = createContext<Help>({ support: null, portal: null });
