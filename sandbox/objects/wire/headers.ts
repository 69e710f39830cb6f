/** Headers with their bytes read as UTF-8, and all values of a name that came more than once. */

/** By lower-case names; values as they came, joined by commas. */
export type Headers = ReadonlyMap<string, string>;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Node gives each byte as a letter. Clients sign text as UTF-8; those that send Latin-1 are taken by it. */
function textOf(letters: string): string {
  try {
    return utf8.decode(Buffer.from(letters, 'latin1'));
  } catch {
    return letters;
  }
}

/** Reads Node's flat list of names and values. */
export function headersOf(raw: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    const value = textOf(raw[at + 1] ?? '');
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return headers;
}

/** Whether a text can be a header's name. */
export const isToken = (name: string) => /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name);

/** Whether a text has control characters that no header's value can have. */
export const hasControls = (value: string) => /[\u0000-\u0008\u000a-\u001f\u007f]/.test(value);

/** A value in the form in which Node writes it: a letter for each byte of UTF-8. */
export const headerBytes = (value: string) => Buffer.from(value, 'utf8').toString('latin1');
