/** What the palette lists. */
import type { ReactNode } from 'react';

/** Another list in place of the first: what can be done with what was chosen. */
export interface Step {
  id: string;
  /** What it is about: “web-1”. */
  title: string;
  /** Renders the list by what it is given. */
  view: (show: ShowEntries) => ReactNode;
}

export interface Entry {
  /** Unique over all groups. */
  id: string;
  label: string;
  /** Where it stands: “Jakarta”. */
  detail?: string;
  /** Searched too, and shown where it matches: addresses, ids. */
  words?: readonly string[];
  icon: ReactNode;
  /** At the end of the line: a state. */
  aside?: ReactNode;
  danger?: boolean;
  /** One of its group is chosen now. */
  checked?: boolean;
  /** Why it can't be chosen. */
  reason?: string | null;
  /** A page; opened in a new tab by Ctrl or ⌘ and Enter, whatever else Enter does. */
  href?: string;
  step?: Step;
  run?: () => void;
  /** Mounted when the palette has closed: what asks and acts. */
  then?: ReactNode;
  /** Key of the scope it stands in; with a `href`, it is kept among the recently used. */
  scope?: string | null;
  /** What it is called there, where its label is a verb. */
  name?: string;
}

export interface Group {
  id: string;
  label: string;
  entries: readonly Entry[];
}

export type ShowEntries = (groups: readonly Group[]) => ReactNode;
