/**
 * Removes a backend's envelope from an answer and decodes its content by the operation's wire schema.
 *
 * Lists come in many envelopes (contract/api.md sections 1.1, 1.2, QD18), and one function reads them all. If a row
 * has no id, the whole answer is refused: without the row, a machine that costs money would be hidden; with it, its
 * buttons could do nothing.
 */
import type { z } from 'zod';
import { tidy } from './decode';
import { describeShape } from './describe';
import { isErrorBody } from './error-envelope';
import type { Ref } from './index';
import { shape } from './schemas';
import type { List, Page, Sentence, Shape } from './shape';
import type { Result } from './types';
import { fieldNames, settle } from './walk';

/**
 * An answer that breaks the contract. It names the operation and the field paths, and describes the value without its
 * content.
 */
export class ContractError extends Error {
  override readonly name = 'ContractError';
  constructor(
    readonly ref: string,
    /** The paths of the faults, such as `data[].uuid`, without list positions. */
    readonly paths: string[],
    /** The answer's types and known key names; never values. */
    readonly shape: string,
  ) {
    super(`${ref} answered what the contract can't read at ${paths.join(', ')}: ${shape}`);
  }
}

/**
 * Reads a success answer.
 * @param body the parsed JSON of the backend's answer
 * @throws ContractError if it can't be read; TypeError for operations that answer a file
 */
export function readAnswer<R extends Ref>(ref: R, body: unknown): Result<R> {
  return readAnswerAs(ref, shape(ref), body) as Result<R>;
}

/**
 * Like {@link readAnswer}, but reads a long list in parts, so that the process can serve other requests in between.
 * @param pause lets other requests run
 */
export async function readAnswerInTurns<R extends Ref>(
  ref: R,
  body: unknown,
  pause: () => Promise<unknown>,
): Promise<Result<R>> {
  const form = shape(ref);
  if (form.answer !== 'list' || !form.wire) return readAnswer(ref, body);
  const steps = readList(ref, form, form.wire, body);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as Result<R>;
    await pause();
  }
}

/** Like {@link readAnswer}, for a given shape. */
export function readAnswerAs(ref: string, form: Shape, body: unknown): unknown {
  if (form.answer === 'file')
    throw new TypeError(`${ref} answers a file: its own handler streams it`);
  if (form.answer !== 'list' && isErrorBody(body)) throw unreadable(ref, form, body, ['$']);
  if (form.answer === 'sentence') return readSentence(ref, form, body);
  if (!form.wire) throw new TypeError(`${ref} has no wire schema`);
  if (form.answer === 'object') return readObject(ref, form, form.wire, body);
  const steps = readList(ref, form, form.wire, body);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const envelopeNames = [
  'data',
  'result',
  'message',
  'meta',
  'pagination',
  'page',
  'per_page',
  'current_page',
  'last_page',
  'total',
  'total_pages',
  'count',
  'active_operation',
  'error',
  'error_code',
  'errors',
  'type',
];
const knownNames = new WeakMap<Shape, Set<string>>();

function unreadable(ref: string, form: Shape, body: unknown, paths: string[]): ContractError {
  let known = knownNames.get(form);
  if (!known) {
    known = new Set([...envelopeNames, ...(form.wire ? fieldNames(form.wire) : [])]);
    knownNames.set(form, known);
  }
  return new ContractError(ref, [...new Set(paths)].slice(0, 20), describeShape(body, known));
}

type Dict = Record<string, unknown>;

function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pathText(start: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[]` : `${text}.${String(part)}`),
    start,
  );
}

function issuePaths(start: string, error: z.ZodError): string[] {
  return error.issues.map((issue) => pathText(start, issue.path));
}

/** Whether the schema expects an array, though the answer is no list of rows. */
function answersArray(wire: z.ZodType): boolean {
  return settle(wire).node.kind === 'array';
}

function readObject(ref: string, form: Shape, wire: z.ZodType, body: unknown): unknown {
  if (!isDict(body)) throw unreadable(ref, form, body, ['$']);
  const data = body.data ?? null;
  const parsed = wire.safeParse(objectOf(wire, data));
  if (parsed.success) return parsed.data;
  if (Array.isArray(data) && data.length === 0) {
    const empty = wire.safeParse({});
    if (empty.success) return empty.data;
  }
  throw unreadable(ref, form, body, issuePaths('data', parsed.error));
}

/** The object in `data`: some answers wrap it in a list of one (QA7), and PHP writes an empty object as `[]`. */
function objectOf(wire: z.ZodType, data: unknown): unknown {
  if (!Array.isArray(data) || answersArray(wire)) return data;
  if (data.length === 0) return null;
  return data.length === 1 ? data[0] : data;
}

/** After so many unreadable rows the rest is skipped: usually all have the same fault, and each takes time. */
const mostFaults = 5;

/** Rows that are read before a pause; 200 of the largest take about 20 ms. */
const rowsBeforePause = 200;

function* readList(
  ref: string,
  form: Shape,
  wire: z.ZodType,
  body: unknown,
): Generator<undefined, List<unknown>> {
  if (isErrorBody(body)) throw unreadable(ref, form, body, ['$']);
  const found = Array.isArray(body)
    ? { rows: body, page: null, active: null }
    : isDict(body)
      ? unwrapList(body)
      : null;
  if (!found) throw unreadable(ref, form, body, ['data']);
  const rows: unknown[] = [];
  const paths: string[] = [];
  let faults = 0;
  for (const row of found.rows) {
    const parsed = wire.safeParse(row);
    if (parsed.success) rows.push(parsed.data);
    else {
      paths.push(...issuePaths('data[]', parsed.error));
      faults += 1;
    }
    if (faults >= mostFaults) break;
    if (rows.length % rowsBeforePause === 0) yield;
  }
  if (paths.length > 0) throw unreadable(ref, form, body, paths);
  return { data: rows, page: readPage(found.page), active_operations: readCount(found.active) };
}

interface Wrapped {
  rows: unknown[];
  page: unknown;
  active: unknown;
}

/** Finds the rows of a list and its page; null if there are no rows. */
function unwrapList(body: Dict): Wrapped | null {
  const { data } = body;
  const outside = pageOf(body) ?? (isDict(body.meta) ? (pageOf(body.meta) ?? body.meta) : null);
  if (data === null || Array.isArray(data)) {
    return { rows: data ?? [], page: outside, active: body.active_operation };
  }
  if (!isDict(data)) return null;
  if (wrapsRows(data)) {
    const rows = data.data === null ? [] : Array.isArray(data.data) ? data.data : [data.data];
    return {
      rows,
      page: pageOf(data) ?? outside ?? data,
      active: data.active_operation ?? body.active_operation,
    };
  }
  return { rows: isNothing(data) ? [] : [data], page: outside, active: body.active_operation };
}

/** Whether `data` is another envelope (`{ data: [...], page, active_operation }`, in any order) and not a row. */
function wrapsRows(data: Dict): boolean {
  if (!('data' in data)) return false;
  return (
    Array.isArray(data.data) ||
    'page' in data ||
    'pagination' in data ||
    'active_operation' in data ||
    Object.keys(data).length === 1
  );
}

/** Whether an object stands for no rows: `{}`, or a leaked schema `{"type":"array"}` (QA5). */
function isNothing(data: Dict): boolean {
  const keys = Object.keys(data);
  return keys.length === 0 || (keys.length === 1 && data.type === 'array');
}

function pageOf(from: Dict): Dict | null {
  if (isDict(from.pagination)) return from.pagination;
  return isDict(from.page) ? from.page : null;
}

/** Reads a count; it may be text with a stray comma (`"1,"`, QA1). */
function readCount(value: unknown): number | null {
  const text = typeof value === 'string' ? tidy(value) : value;
  const read =
    typeof text === 'number'
      ? text
      : typeof text === 'string' && /^\d+$/.test(text)
        ? Number(text)
        : null;
  return read !== null && Number.isFinite(read) && read >= 0 ? Math.trunc(read) : null;
}

function readPage(from: unknown): Page | null {
  if (!isDict(from)) return null;
  const page = readCount(from.current_page ?? from.page);
  const perPage = readCount(from.per_page);
  const total = readCount(from.total);
  const said = readCount(from.last_page ?? from.total_pages);
  if (page === null && perPage === null && total === null && said === null) return null;
  const counted = total !== null && perPage ? Math.max(1, Math.ceil(total / perPage)) : null;
  return { page: page || 1, per_page: perPage, total, last_page: said || counted };
}

/**
 * Reads a sentence: `data` itself, `{message}` inside it, or the envelope's message; an empty one is null (QD4, QD5).
 */
function readSentence(ref: string, form: Shape, body: unknown): Sentence {
  if (body === null || body === undefined || body === '') return { message: null };
  if (!isDict(body)) throw unreadable(ref, form, body, ['$']);
  const { data } = body;
  if (typeof data === 'string' && data.trim() !== '') return { message: data.trim() };
  const inner = isDict(data) && typeof data.message === 'string' ? data.message : body.message;
  return { message: typeof inner === 'string' && inner.trim() !== '' ? inner.trim() : null };
}
