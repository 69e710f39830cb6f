/**
 * Makes actions whose texts come from the verb's message keys: `<verb>.label`, `.done`, and for a question `.title`,
 * `.text`, `.confirm`. Each text can be overridden, and has to be given if there is no message.
 */
import type { ReactNode } from 'react';
import type { useTranslations } from 'use-intl';
import type { AllMessages } from '@/lib/intl/namespaces';
import { rowsNamed, type Action, type Confirmation, type RowIdentity } from './action';

/** The dotted keys of messages that hold a verb. */
export type VerbKey<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? never
    : Key | `${Key}.${VerbKey<Tree[Key]>}`;
}[keyof Tree & string];

type MessagesAt<Tree, Key extends string> = Key extends `${infer Head}.${infer Rest}`
  ? MessagesAt<Head extends keyof Tree ? Tree[Head] : never, Rest>
  : Key extends keyof Tree
    ? Tree[Key]
    : never;

/** The texts that a confirmation must give, because there is no message for them. */
type WordsToGive<Words> =
  | (Words extends { title: string } ? never : 'title')
  | (Words extends { text: string } ? never : 'text')
  | (Words extends { confirm: string } ? never : 'button');

type VerbConfirmation<Row, Words> = Partial<Omit<Confirmation<Row>, 'typed'>> &
  Pick<Confirmation<Row>, WordsToGive<Words>> & {
    /** `true` has the row's name typed, or the number of rows; a function gives another text. */
    typed?: true | Confirmation<Row>['typed'];
  };

type Run<Row> = NonNullable<Action<Row>['run']>;

/** The text after success: the message `done`, the given `done`, or none (null). */
type VerbOutcome<Row, Words> = Words extends { done: string }
  ? { run?: Run<Row>; done?: ((row: Row) => string) | null }
  : { run?: never } | { run: Run<Row>; done: ((row: Row) => string) | null };

/** An action without the texts that come from messages. */
export type Verb<Row, Words> = Omit<Action<Row>, 'id' | 'label' | 'confirm' | 'run' | 'done'> &
  VerbOutcome<Row, Words> &
  (Words extends { label: string } ? { label?: string } : { label: string }) & {
    /** The action's id, if it isn't the last part of its key. */
    id?: string;
    confirm?: VerbConfirmation<Row, Words>;
    /** Further message values besides `name` and `count`. */
    values?: (rows: readonly Row[]) => Record<string, string | number>;
  };

export type MakeVerb<Tree, Row> = <Key extends VerbKey<Tree>>(
  key: Key,
  verb: Verb<Row, MessagesAt<Tree, Key>>,
) => Action<Row>;

/** All messages that a verb can have. */
interface VerbWords {
  label: string;
  title: string;
  text: string;
  confirm: string;
  done: string;
}

/** A translator for keys that are composed at run time. */
type Translate = (key: string, values: Record<string, string | number>) => string;

/**
 * @param t of the namespace
 * @param identity the id and the name of a row
 */
export function verbsOf<N extends keyof AllMessages, Row>(
  t: ReturnType<typeof useTranslations<N>>,
  identity: RowIdentity<Row>,
): MakeVerb<AllMessages[N], Row> {
  const say = t as unknown as Translate;
  return (key, given) => {
    const { id, label, confirm, done, values, ...action } = given as Verb<Row, VerbWords>;
    const about = (rows: readonly Row[]) => ({ ...rowsNamed(rows, identity), ...values?.(rows) });
    return {
      id: id ?? key.slice(key.lastIndexOf('.') + 1),
      label: label ?? say(`${key}.label`, {}),
      done: done === null ? undefined : (done ?? ((row) => say(`${key}.done`, about([row])))),
      confirm: confirm && asking(key, confirm, say, about, identity),
      ...action,
    };
  };
}

function asking<Row>(
  key: string,
  { typed, ...given }: VerbConfirmation<Row, VerbWords>,
  say: Translate,
  about: (rows: readonly Row[]) => Record<string, string | number>,
  identity: RowIdentity<Row>,
): Confirmation<Row> {
  const text = (rows: readonly Row[]): ReactNode => <p>{say(`${key}.text`, about(rows))}</p>;
  return {
    title: (rows) => say(`${key}.title`, about(rows)),
    text,
    button: (rows) => say(`${key}.confirm`, about(rows)),
    typed: typed === true ? (rows) => nameOrNumber(rows, identity) : typed,
    ...given,
  };
}

function nameOrNumber<Row>(rows: readonly Row[], identity: RowIdentity<Row>): string {
  return rows.length === 1 ? rowsNamed(rows, identity).name : String(rows.length);
}
