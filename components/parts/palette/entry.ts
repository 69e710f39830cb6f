/** What the palette lists. */
import type { ReactNode } from 'react';

/** A second list that replaces the first: the actions of the chosen entry. */
export interface Step {
  id: string;
  /** The name of the chosen entry: “web-1”. */
  title: string;
  /** Ids of the actions and pages in its list; they are found without its name, too. */
  verbs: readonly string[];
  /** The words for things of its kind: “volume”. */
  names: readonly string[];
  /**
   * Renders the list; `show` draws the entries.
   * @param live whether the thing is read again; else the list goes by what is known of it
   */
  view: (show: ShowEntries, live: boolean) => ReactNode;
}

/** One line of the palette. */
export interface Entry {
  /** Unique over all groups. */
  id: string;
  label: string;
  /** Its place: “Jakarta”. */
  detail?: string;
  /** Also searched, and shown if it matches: addresses, ids. */
  words?: readonly string[];
  /** Also searched, never shown: other words for the same. */
  also?: readonly string[];
  icon: ReactNode;
  /** Shown at the end of the line: a state. */
  aside?: ReactNode;
  danger?: boolean;
  /** True for the current choice of its group. */
  checked?: boolean;
  /** Why it can't be chosen. */
  reason?: string | null;
  /** Tells more about the reason when it is chosen nevertheless. */
  onBlocked?: () => void;
  /** A page. Ctrl or ⌘ with Enter opens it in a new tab. */
  href?: string;
  /** Its own list, which → shows; Enter does if there is no `href`. */
  step?: Step;
  /** Of an action: its id, which `verb-words` has words for. */
  verb?: string;
  /** The action opens a dialog before it does anything. */
  asks?: boolean;
  /** Put into the field when it is chosen, in place of all else: the whole command, for a thing that nobody named. */
  fill?: string;
  run?: () => void;
  /** Mounted after the palette has closed: asks and acts. */
  then?: ReactNode;
  /** Key of its scope. An entry with a `href` is kept among the recently used. */
  scope?: string | null;
  /** The name to keep, if the label is a verb. */
  name?: string;
}

/** Entries under one heading. */
export interface Group {
  id: string;
  label: string;
  entries: readonly Entry[];
}

/** Draws groups of entries as the palette's list. */
export type ShowEntries = (groups: readonly Group[]) => ReactNode;
