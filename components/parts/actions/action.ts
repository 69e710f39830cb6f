/**
 * One object a verb, read by row menus, detail pages, bulk bars and the palette alike. A domain's hook
 * (`useInstanceActions(account)`) makes the list; the places that show it only lay it out.
 */
import type { ReactNode } from 'react';
import type { ChangeRight } from '@/lib/resources/resource';

export type { ChangeRight };

/** Something that a person may do to one row, and where it makes sense to many. */
export interface Action<Row> {
  /** The verb; unique among a row's actions: `start`, `delete`. */
  id: string;
  /** In words of the reader: “Start”. */
  label: string;
  icon: ReactNode;
  /** Something is lost by it. */
  danger?: boolean;
  /** Actions of one group stand together in a menu, groups in order of their first action. */
  group?: string;
  /** What a DewaVPS key needs for it, where that isn't the right of its list (`usePermitted`); null: none. */
  right?: ChangeRight | null;
  /** Why it can't be done to this row now, in words; null when it can. A right that is missing counts before a state. */
  reason: (row: Row) => string | null;
  /** A page of its own, in place of doing something. */
  href?: (row: Row) => string;
  /** Needs input or a warning of its own: the dialog, rendered until it calls `close`. In place of `confirm`. */
  dialog?: (row: Row, close: () => void) => ReactNode;
  /** What is asked before `run`; without it the action is done at once. */
  confirm?: Confirmation<Row>;
  /** Does it to one row; many rows are done a few at a time. `choices` are those of `confirm`. @throws ProblemError */
  run?: (row: Row, choices: Choices) => Promise<unknown>;
  /** Said when it is done to one row: “web-1 is starting”. */
  done?: (row: Row) => string;
  /** Also offered for many rows at once; needs `run`. */
  bulk?: boolean;
}

/** A question before something that matters. `rows` is one row, or the many that are chosen. */
export interface Confirmation<Row> {
  title: (rows: readonly Row[]) => string;
  /** What happens, what is lost, what still costs. */
  text: (rows: readonly Row[]) => ReactNode;
  /** What it changes of the costs, below the text. */
  cost?: (rows: readonly Row[]) => ReactNode;
  /** The verb on the button: “Delete 3 instances”. */
  button: (rows: readonly Row[]) => string;
  /** Has the name typed: the row's, for many rows their number (asked for anyway where `danger` meets many). */
  typed?: (rows: readonly Row[]) => string;
  /** What may be chosen besides, once for all rows: whether a machine's address and storage go with it. */
  choices?: (rows: readonly Row[], picked: Picked) => ReactNode;
}

/** What was chosen in a question, by name; a name that isn't there wasn't chosen. */
export type Choices = Readonly<Record<string, boolean>>;

/** The choices as they stand, and how to make one. */
export interface Picked {
  value: Choices;
  pick: (name: string, on: boolean) => void;
}

/** The id and the name of a row, for the parts that show actions. */
export interface RowIdentity<Row> {
  id: (row: Row) => string;
  name: (row: Row) => string;
}

/** What a message says of rows: how many, and the first one's name. */
export function rowsNamed<Row>(rows: readonly Row[], identity: RowIdentity<Row>) {
  const [first] = rows;
  return { count: rows.length, name: first === undefined ? '' : identity.name(first) };
}
