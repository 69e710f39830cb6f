'use client';
/** The signed-in person, for everything that is kept by person: cached answers, drafts, preferences. */
import { createContext, useContext } from 'react';

export interface Person {
  /** `awanio:<uuid>` or `dewavps:<hash>`; holds no secret. */
  identity: string;
  /** Slug of the DewaVPS account signed in with; null for an Awanio session. */
  own: string | null;
}

const Context = createContext<Person | null>(null);
export const PersonProvider = Context.Provider;

/** @throws Error outside the console's layout */
export function usePerson(): Person {
  const person = useContext(Context);
  if (!person) throw new Error('nobody is signed in here: used outside the console layout');
  return person;
}

/** Like `usePerson`; null if nobody is signed in. */
export function useMaybePerson(): Person | null {
  return useContext(Context);
}
