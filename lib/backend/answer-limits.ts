/**
 * Limits the size of answers. While this process parses, checks and renders an answer, it serves nobody else. So the
 * size is measured by a pass over the bytes first: 28 ms for the largest.
 */
import { operation, type Ref } from '@/lib/contract';
import { shape } from '@/lib/contract/schemas';

export interface AnswerLimits {
  bytes: number;
  /** Most rows of a list, and items of any other array. */
  rows: number;
  /** Most values in all: items of arrays and fields of objects. */
  values: number;
}

export type ExceededLimit = keyof AnswerLimits | 'depth';

/** Most nested arrays and objects; the contract's own answers have at most nine levels. */
const mostDepth = 64;

/** All things of an account at once: 5,000 of Awanio's machines are 14 MB and 570,000 values. */
const ofThings: AnswerLimits = { bytes: 16 * 1024 * 1024, rows: 10_000, values: 750_000 };
/** What a provider sells: a page shows all of it, and a person chooses from it. */
const ofCatalogue: AnswerLimits = { bytes: 4 * 1024 * 1024, rows: 1000, values: 100_000 };
/** One thing with its parts: a machine, an account, a series of measurements. */
const ofOne: AnswerLimits = { bytes: 4 * 1024 * 1024, rows: 5000, values: 150_000 };
/** A sentence, or an error of a backend. */
export const ofWords: AnswerLimits = { bytes: 256 * 1024, rows: 1000, values: 10_000 };

/** Reads of catalogues: prices, places, systems, sizes, rule templates, payment methods. */
const catalogues: ReadonlySet<Ref> = new Set<Ref>([
  ...(['A32', 'A33', 'A34', 'A49', 'A62'] as const),
  ...(['D01', 'D36', 'D63', 'D74', 'D75', 'D76', 'D77', 'D86'] as const),
]);

/** The limits for the answers of an operation. */
export function limitsOf(ref: Ref): AnswerLimits {
  if (catalogues.has(ref)) return ofCatalogue;
  const { answer } = shape(ref);
  if (answer === 'sentence') return ofWords;
  if (answer === 'file') return ofThings;
  // The list in the answer of a change repeats the change.
  return answer === 'list' && operation(ref).kind === 'read' ? ofThings : ofOne;
}

const [quote, comma, open, close, brace, unbrace, backslash] = [...'",[]{}\\'].map((char) =>
  char.charCodeAt(0),
);

/**
 * Measures the text of a JSON value without parsing it. For invalid JSON the result doesn't matter: parsing refuses it
 * later.
 * @returns the exceeded limit, or null
 */
export function exceededLimit(body: Uint8Array, limits: AnswerLimits): ExceededLimit | null {
  if (body.length > limits.bytes) return 'bytes';
  /** Number of items of each open array, -1 for an object, from the outside in. */
  const items = new Int32Array(mostDepth + 1);
  let depth = 0;
  let values = 0;
  let inText = false;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (inText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === comma) {
      values += 1;
      if (values > limits.values) return 'values';
      if (depth > 0 && items[depth] !== -1) {
        items[depth] = (items[depth] ?? 0) + 1;
        if ((items[depth] ?? 0) >= limits.rows) return 'rows';
      }
    } else if (byte === open || byte === brace) {
      depth += 1;
      values += 1;
      if (depth > mostDepth) return 'depth';
      if (values > limits.values) return 'values';
      items[depth] = byte === open ? 0 : -1;
    } else if ((byte === close || byte === unbrace) && depth > 0) depth -= 1;
  }
  return null;
}
