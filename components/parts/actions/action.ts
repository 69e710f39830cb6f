/**
 * One object describes one action for row menus, detail pages, bulk bars and the palette. A hook of the domain
 * (`useInstanceActions()`) makes the list; the places only render it.
 */
import type { ReactNode } from 'react';
import type { ChangeRight } from '@/lib/resources/resource';

export type { ChangeRight };

/** An action on one row, or on many. */
export interface Action<Row> {
  /** The verb, unique among the actions of a row: `start`, `delete`. */
  id: string;
  /** The label: “Start”. */
  label: string;
  icon: ReactNode;
  /** The action destroys something. */
  danger?: boolean;
  /** Actions of one group stand together in the menu. Groups are ordered by their first action. */
  group?: string;
  /** The right that a DewaVPS key needs, if it differs from the right of the list (`usePermitted`); null for none. */
  right?: ChangeRight | null;
  /**
   * Why the action isn't possible on this row now, in words; null if it is. A missing right is named before a wrong
   * state.
   */
  reason: (row: Row) => string | null;
  /** Tells more about the reason when the action is chosen nevertheless (`refusedFor`). */
  onBlocked?: (() => void) | undefined;
  /** The page that the action opens. */
  href?: (row: Row) => string;
  /** A dialog of its own, for input or a special warning; rendered until it calls `close`. Replaces `confirm`. */
  dialog?: (row: Row, close: () => void) => ReactNode;
  /** The question before `run`; without it the action runs at once. */
  confirm?: Confirmation<Row>;
  /**
   * Runs the action on one row. Bulk actions call it for a few rows at a time. `choices` come from `confirm`. @throws
   * ProblemError
   */
  run?: (row: Row, choices: Choices) => Promise<unknown>;
  /** The notice after success on one row: “web-1 is starting”. */
  done?: (row: Row) => string;
  /** Also offered for many rows; needs `run` or `bulkDialog`. */
  bulk?: boolean;
  /**
   * A dialog of its own for many rows, which shows their outcomes itself. `left` are the selected rows that the action
   * doesn't fit, with the reason. Replaces `confirm` and `run` for many.
   */
  bulkDialog?: (
    rows: readonly Row[],
    close: () => void,
    left: readonly { row: Row; reason: string }[],
  ) => ReactNode;
}

/** A question before an action. `rows` is one row, or the selected rows. */
export interface Confirmation<Row> {
  title: (rows: readonly Row[]) => string;
  /** Says what happens, what is lost, and what still costs money. */
  text: (rows: readonly Row[]) => ReactNode;
  /** What it changes of the costs, below the text. */
  cost?: (rows: readonly Row[]) => ReactNode;
  /** The verb on the button: “Delete 3 instances”. */
  button: (rows: readonly Row[]) => string;
  /**
   * The text that must be typed: the row's name, or the number of rows. Dangerous actions on many rows always ask for
   * the number.
   */
  typed?: (rows: readonly Row[]) => string;
  /** Options of the question, once for all rows: whether a machine's address and storage are deleted, too. */
  choices?: (rows: readonly Row[], picked: Picked) => ReactNode;
}

/** The chosen options by name; a missing name means not chosen. */
export type Choices = Readonly<Record<string, boolean>>;

/** The chosen options and a function that changes them. */
export interface Picked {
  value: Choices;
  pick: (name: string, on: boolean) => void;
}

/** Id and name of a row, for the parts that show actions. */
export interface RowIdentity<Row> {
  id: (row: Row) => string;
  name: (row: Row) => string;
}

/** Message values of rows: their number and the first one's name. */
export function rowsNamed<Row>(rows: readonly Row[], identity: RowIdentity<Row>) {
  const [first] = rows;
  return { count: rows.length, name: first === undefined ? '' : identity.name(first) };
}
