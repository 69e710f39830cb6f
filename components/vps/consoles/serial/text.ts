/** Text that goes to a guest, and addresses that come from it. */

/** A frame of termproxy (contract 4.4) that types text. */
export function dataFrame(text: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(text);
  const head = encoder.encode(`0:${bytes.length}:`);
  const frame = new Uint8Array(head.length + bytes.length);
  frame.set(head);
  frame.set(bytes, head.length);
  return frame;
}

/** Most characters of one frame, so that none is larger than the relay takes. */
const PART = 64 * 1024;

/** The frames that type a text of any length. It is cut between characters, never within one. */
export function dataFrames(text: string): Uint8Array<ArrayBuffer>[] {
  const frames: Uint8Array<ArrayBuffer>[] = [];
  let part = '';
  for (const char of text) {
    part += char;
    if (part.length < PART) continue;
    frames.push(dataFrame(part));
    part = '';
  }
  if (part !== '') frames.push(dataFrame(part));
  return frames;
}

/** The frame that tells the terminal's size, and the one that tells that we are still there. */
export const sizeFrame = (columns: number, rows: number): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`1:${columns}:${rows}:`);
export const pingFrame = (): Uint8Array<ArrayBuffer> => new TextEncoder().encode('2');

/** What is pasted, without control characters: an escape sequence in it could end the paste or press keys. */
export function pasteable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '');
}

/** The number of lines that a paste would run or begin: one more than its line breaks, but for a break at the end. */
export function lineCount(text: string): number {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? Math.max(1, lines.length - 1) : lines.length;
}

/** Whether a paste runs something by itself: it holds a line break. */
export const runsByItself = (text: string): boolean => /[\r\n]/.test(text);

/**
 * The address of a link in the output in full, as a browser would open it.
 * @returns null unless it is http or https, without a user name in it
 */
export function safeAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return url.username === '' && url.password === '' ? url.href : null;
}

/** What Ctrl makes of a typed character: `c` becomes U+0003. Others stay as they are. */
export function withCtrl(char: string): string {
  if (/^[a-z@[\\\]^_]$/i.test(char))
    return String.fromCharCode(char.toUpperCase().charCodeAt(0) & 0x1f);
  return char === ' ' || char === '2' ? '\u0000' : char;
}
