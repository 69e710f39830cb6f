/** Reads the error answers of both backends in all their forms, and removes secrets from them. */
import type { Backend } from './operation';

/**
 * An error of a backend. Its texts are limited in length and have no control characters, but may still contain
 * secrets (see {@link scrubError}).
 */
export interface BackendError {
  /** The backend's sentence, or a general one if it gave none. */
  message: string;
  /** Awanio's `error_code`: `401-3`. */
  code?: string;
  /** DewaVPS's `type` (`INVALID_OPERATION`), Awanio's `error` (`INVALID CREDENTIALS`). */
  type?: string;
  /** Laravel's 422: messages by field, nested fields with dots. */
  fields?: Record<string, string[]>;
}

/** Most characters of a sentence and of a code, and most field names. */
const longestSentence = 500;
const longestWord = 80;
const mostFields = 50;

type Dict = Record<string, unknown>;

function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Removes control characters (new lines become spaces) and shortens the text; undefined for an empty text or another
 * type.
 */
function clean(value: unknown, longest = longestSentence): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
  if (text === '') return undefined;
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/**
 * Whether a body is an error envelope, whatever its status: Awanio's `result: false`, or DewaVPS's `{type:
 * 'INVALID_OPERATION', message}`, which its documentation shows as a success (QD2).
 */
export function isErrorBody(body: unknown): boolean {
  if (!isDict(body)) return false;
  if (body.result === false) return true;
  if (body.data !== undefined) return false;
  return (
    (typeof body.type === 'string' && typeof body.message === 'string') ||
    isDict(body.errors) ||
    typeof body.error_code === 'string'
  );
}

/**
 * Reads an error answer: Awanio `{error, error_code, message, result: false}`, DewaVPS `{message}` and `{type,
 * message}`, Laravel 422 `{message, errors}`. HTML pages, empty bodies and other unexpected bodies give a general
 * sentence, since their text is no message for people.
 * @param body the parsed JSON, or the text if it is no JSON, or undefined
 */
export function readError(backend: Backend, status: number, body: unknown): BackendError {
  const general = `The backend answered ${status} without saying why.`;
  if (!isDict(body)) return { message: general };
  const fields = readFields(body.errors);
  const type =
    clean(body.type, longestWord) ??
    (backend === 'awanio' ? clean(body.error, longestWord) : undefined);
  const code = clean(
    typeof body.error_code === 'number' ? String(body.error_code) : body.error_code,
    longestWord,
  );
  const message = clean(body.message) ?? clean(body.error) ?? firstOf(fields) ?? general;
  return {
    message,
    code,
    type,
    fields,
  };
}

/**
 * DewaVPS's codes for a refused key: it is unknown, or has other scopes. A sentence may follow the code in `message`.
 */
const keyWord = /^(token_not_found|scope_mismatch)\s*(?:$|[.:;,(\u2013-])/i;

/**
 * The status that a DewaVPS refusal of a key stands for: DewaVPS answers 400 where others answer 401 or 403
 * (contract/api.md 1.2), with the code in `type` or `message`. Field errors are about the input, whatever their
 * names.
 * @returns 401 or 403; null if the error refuses no key
 */
export function keyRefusal(backend: Backend, error: BackendError): 401 | 403 | null {
  if (backend !== 'dewavps' || error.fields) return null;
  for (const text of [error.type, error.code, error.message]) {
    const word = keyWord.exec(text ?? '')?.[1]?.toLowerCase();
    if (word) return word === 'token_not_found' ? 401 : 403;
  }
  return null;
}

function readFields(errors: unknown): Record<string, string[]> | undefined {
  if (!isDict(errors)) return undefined;
  const fields: Record<string, string[]> = {};
  for (const [name, said] of Object.entries(errors).slice(0, mostFields)) {
    if (!/^[A-Za-z_][\w.-]{0,63}$/.test(name) || name === '__proto__') continue;
    const messages = (Array.isArray(said) ? said : [said])
      .map((item) => clean(item))
      .filter((item) => item !== undefined);
    if (messages.length > 0) fields[name] = messages.slice(0, 5);
  }
  return Object.keys(fields).length > 0 ? fields : undefined;
}

function firstOf(fields: Record<string, string[]> | undefined): string | undefined {
  return fields ? Object.values(fields)[0]?.[0] : undefined;
}

const hidden = '…';
const suspects: readonly [RegExp, string][] = [
  // Remove user info, query and fragment from URLs: both backends put tickets and passwords there.
  [
    /\b([a-z][a-z0-9+.-]{0,20}:\/\/)(?:[^\s/@"'<>]{0,400}@)?([^\s?#"'<>]*)(?:[?#][^\s"'<>]*)?/gi,
    '$1$2',
  ],
  // JSON Web Tokens, also with only two parts.
  [/\beyJ[\w-]{5,}(?:\.[\w-]+){0,4}/g, hidden],
  // An authorization scheme with its credential, but not phrases such as “Basic plan” or “token has”.
  [
    /\b(Bearer|Basic|Token)\s+(?=[^\s"',;]*(?:[\d_~+/=]|\.\w)|[^\s"',;]{16})[^\s"',;]+/gi,
    `$1 ${hidden}`,
  ],
  // key=…, password: …, "x-apikey":"…"
  [
    /((?:[\w-]{0,40}(?:passw(?:or)?d|secret|token|api[_-]?key|apikey|ticket|signature|credential|authorization|otp)[\w-]{0,40}|\bkey|\bpass|\bpwd|\b\w{0,40}_code|\bcode)["']?\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s"',;&}]+)/gi,
    `$1${hidden}`,
  ],
  // Long runs of token characters, except uuids, which are no secrets.
  [
    /(?<![\w+=-])(?!(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?![\w-]))(?=[\w+=-]*\d)[\w+=-]{24,}/gi,
    hidden,
  ],
  [/(?<![\w+=-])[\w+=-]{40,}/g, hidden],
];

/**
 * Replaces secrets in a text by `…`: each given one (also percent-encoded), and everything that looks like a token, a
 * JWT, a `key=…` pair, or a URL's credentials and query.
 */
export function scrub(text: string, secrets: readonly string[] = []): string {
  let out = text;
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    if (secret.length < 4) continue; // so short a secret would hide ordinary words
    out = out.replaceAll(secret, hidden).replaceAll(encodeURIComponent(secret), hidden);
  }
  for (const [pattern, replacement] of suspects) out = out.replace(pattern, replacement);
  return out;
}

/** Removes secrets from all texts of an error, field names included; see {@link scrub}. */
export function scrubError(error: BackendError, secrets: readonly string[] = []): BackendError {
  const fields =
    error.fields &&
    Object.fromEntries(
      Object.entries(error.fields).map(([name, said]) => [
        scrub(name, secrets),
        said.map((item) => scrub(item, secrets)),
      ]),
    );
  return {
    message: scrub(error.message, secrets),
    code: error.code && scrub(error.code, secrets),
    type: error.type && scrub(error.type, secrets),
    fields,
  };
}
