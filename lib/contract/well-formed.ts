/**
 * Text that every URL, header and form takes. JSON may hold half of a surrogate pair (`"\ud800"`), which is no
 * character: `encodeURIComponent` throws at it, and it can't travel in UTF-8. It becomes U+FFFD wherever text comes
 * in, so a row with such an id is shown and its link leads to a page that finds nothing. Browser-safe.
 */

/** Halves of surrogate pairs; a whole pair is one character here and doesn't match. */
const halves = /\p{Surrogate}/gu;

/** The text with U+FFFD in place of each half of a surrogate pair. */
export function wellFormed(text: string): string {
  return text.replace(halves, '\ufffd');
}

export function isWellFormed(text: string): boolean {
  return text.search(halves) < 0;
}

/** `encodeURIComponent` that takes any text. */
export function encodePart(text: string): string {
  return encodeURIComponent(wellFormed(text));
}

/** `decodeURIComponent` that takes any text: what isn't percent-encoded UTF-8 stays as it is. */
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
 * `JSON.parse` whose texts and names are well-formed. Only an escape can bring half a pair in, so an answer without
 * one is read as fast as ever.
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return /\\ud[89a-f]/i.test(text) ? clean(value) : value;
}
