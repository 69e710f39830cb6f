/**
 * The server's part of an operation: the schemas of its input and answer. Input schemas are strict. The answer has
 * one zod pipe, `wire`, whose input is what the backend sends and whose output is what the console shows (`result`),
 * so the two always agree. The envelope is only named here; `answer.ts` handles it.
 */
import { z } from 'zod';

/**
 * The envelope of an answer:
 * - `object`: `{ data: <wire> }`
 * - `list`: rows in any of the backends' list envelopes; the result is `{ data: Row[], page }`
 * - `sentence`: `data` is a sentence, null or empty; the result is `{ message }`
 * - `file`: the body itself is the answer (a PDF); its own handler streams it
 */
export type Answer = 'object' | 'list' | 'sentence' | 'file';

/** The schemas of one operation. */
export interface Shape {
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  answer: Answer;
  /** The schema of `data` for `object`, of one row for `list`; none for `sentence` and `file`. */
  wire?: z.ZodType;
}

/**
 * The position of a page in a list. `total` counts the rows of all pages; a value that the backend doesn't give is
 * null.
 */
export interface Page {
  page: number;
  per_page: number | null;
  total: number | null;
  last_page: number | null;
}

/** The result of a list operation. */
export interface List<Row> {
  data: Row[];
  page: Page | null;
  /** The number of rows with work in progress (D02's `active_operation`); null if the backend doesn't give it. */
  active_operations: number | null;
}

/** The result of a sentence operation. */
export interface Sentence {
  /** The backend's sentence; shown only in a details pane. */
  message: string | null;
}

type Out<S> = S extends z.ZodType ? z.output<S> : never;
type In<S> = S extends z.ZodType ? z.input<S> : never;

/** The type of the decoded result. */
export type ResultOf<S extends Shape> = S['answer'] extends 'list'
  ? List<Out<S['wire']>>
  : S['answer'] extends 'object'
    ? Out<S['wire']>
    : Sentence;

/** What a sandbox handler returns for an operation that answers a file. */
export interface WireFile {
  /** The media type. */
  type: string;
  /** The file's name for the one who keeps it. */
  name: string;
  bytes: Uint8Array;
}

/** The type of the backend's data inside the envelope; sandbox handlers return it. */
export type WireOf<S extends Shape> = S['answer'] extends 'list'
  ? {
      rows: In<S['wire']>[];
      page?: { total: number; page: number | string; per_page: number } | null;
      active_operation?: number;
    }
  : S['answer'] extends 'object'
    ? In<S['wire']>
    : S['answer'] extends 'file'
      ? WireFile
      : string | null;

/** The type of a caller's input. */
export type InputOf<S extends Shape> = (S['params'] extends z.ZodType
  ? { params: z.input<S['params']> }
  : { params?: undefined }) &
  (S['query'] extends z.ZodType ? { query?: z.input<S['query']> } : { query?: undefined }) &
  (S['body'] extends z.ZodType ? { body: z.input<S['body']> } : { body?: undefined });

/**
 * Who may see a result field. Without a mark: the browser. `server`: only the console's server (A03's token, D07's
 * url). `once`: a secret that is shown only in the answer of the write that makes it. `download`: only in a file that
 * its own handler streams. `picture`: the browser gets `pictureMark` of it, and the picture by `/api/icons`.
 */
export type Visibility = 'server' | 'once' | 'download' | 'picture';
/** The marks of schemas. */
export const visibility = z.registry<{ visibility: Visibility }>();

/** Marks a field's visibility: `token: visible('server', text())`. */
export function visible<S extends z.ZodType>(who: Visibility, schema: S): S {
  visibility.add(schema, { visibility: who });
  return schema;
}

/** Checks a table of shapes and keeps its literal type. */
export function shapes<const T extends Record<string, Shape>>(table: T): T {
  return table;
}
