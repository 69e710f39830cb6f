/**
 * The server's half of an operation: what goes in and what comes out. Input schemas are strict; the
 * answer is one zod pipe, `wire`, whose input is what the backend says and whose output is what the
 * console shows (`result`), so the two can't drift. The envelope around it is named, not repeated.
 */
import { z } from 'zod';

/**
 * How an answer is wrapped:
 * - `object`: `{ data: <wire> }`
 * - `list`: rows in any of the backends' list envelopes; the result is `{ data: Row[], page }`
 * - `sentence`: `data` is a sentence, null or empty; the result is `{ message }`
 * - `file`: the body itself is the answer (a PDF); streamed by a handler of its own
 */
export type Answer = 'object' | 'list' | 'sentence' | 'file';

export interface Shape {
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  answer: Answer;
  /** Of `data` for `object`, of one row for `list`; none for `sentence` and `file`. */
  wire?: z.ZodType;
}

/** Where a list stands. `total` counts rows over all pages; null where the backend does not say. */
export interface Page {
  page: number;
  per_page: number | null;
  total: number | null;
  last_page: number | null;
}

export interface List<Row> {
  data: Row[];
  page: Page | null;
  /** D02's `active_operation`: how many rows have work in progress; null where the backend does not say. */
  active_operations: number | null;
}

export interface Sentence {
  /** The backend's own words; shown in a details pane only. */
  message: string | null;
}

type Out<S> = S extends z.ZodType ? z.output<S> : never;
type In<S> = S extends z.ZodType ? z.input<S> : never;

/** What the console shows. */
export type ResultOf<S extends Shape> = S['answer'] extends 'list'
  ? List<Out<S['wire']>>
  : S['answer'] extends 'object'
    ? Out<S['wire']>
    : Sentence;

/** What a backend says under the envelope; sandbox handlers answer this. */
export type WireOf<S extends Shape> = S['answer'] extends 'list'
  ? {
      rows: In<S['wire']>[];
      page?: { total: number; page: number; per_page: number } | null;
      active_operation?: number;
    }
  : S['answer'] extends 'object'
    ? In<S['wire']>
    : string | null;

/** What a caller gives: strict, typed by the input schemas. */
export type InputOf<S extends Shape> = (S['params'] extends z.ZodType
  ? { params: z.input<S['params']> }
  : { params?: undefined }) &
  (S['query'] extends z.ZodType ? { query?: z.input<S['query']> } : { query?: undefined }) &
  (S['body'] extends z.ZodType ? { body: z.input<S['body']> } : { body?: undefined });

/**
 * Who may see a result field. No mark: the browser. `server`: the console's server alone (A03's token,
 * D07's url). `once`: a secret shown when made, only in the answer of a write. `download`: only inside a
 * file that a handler of its own streams.
 */
export type Visibility = 'server' | 'once' | 'download';
export const visibility = z.registry<{ visibility: Visibility }>();

/** Marks a field's visibility: `token: visible('server', text())`. */
export function visible<S extends z.ZodType>(who: Visibility, schema: S): S {
  visibility.add(schema, { visibility: who });
  return schema;
}

/** Keeps the literal type of a table of shapes while checking it. */
export function shapes<const T extends Record<string, Shape>>(table: T): T {
  return table;
}
