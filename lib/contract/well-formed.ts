/**
 * Makes text safe for URLs, headers and forms. JSON may contain half of a surrogate pair (`"\ud800"`), which is no
 * character: `encodeURIComponent` throws for it, and UTF-8 can't encode it. All text that comes in gets U+FFFD in its
 * place, so a row with such an id is shown and its link leads to a page that finds nothing. Browser-safe.
 */

/** Halves of surrogate pairs; a complete pair counts as one character and doesn't match. */
const halves = /\p{Surrogate}/gu;

/** Replaces each half of a surrogate pair by U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(halves, '\ufffd');
}

/** Whether a text has no half of a surrogate pair. */
export function isWellFormed(text: string): boolean {
  return text.search(halves) < 0;
}

/** Like `encodeURIComponent`, but never throws. */
export function encodePart(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

/** Like `decodeURIComponent`, but never throws: text that isn't percent-encoded UTF-8 stays as it is. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [wellFormed(name), clean(item)]),
  );
}

/**
 * Like `JSON.parse`, but all texts and names are well-formed. Only an escape can contain half a pair, so answers
 * without such escapes skip the extra pass.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return /\\ud[89a-f]/i.test(text) ? clean(value) : value;
}
