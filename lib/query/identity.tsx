'use client';
/** Who is signed in, for what is kept by person: cached answers, drafts, preferences. */
import { createContext, useContext } from 'react';

export interface Who {
  /** `awanio:<uuid>` or `dewavps:<hash>`; says nothing secret. */
  identity: string;
  /** Slug of the DewaVPS account signed in with; null for an Awanio session. */
  own: string | null;
}

const Context = createContext<Who | null>(null);
export const WhoProvider = Context.Provider;

/** @throws Error outside the console's layout */
export function useWho(): Who {
  const who = useContext(Context);
  if (!who) throw new Error('nobody is signed in here: used outside the console layout');
  return who;
}

/** Like `useWho`, null where nobody is signed in. */
export function useMaybeWho(): Who | null {
  return useContext(Context);
}
