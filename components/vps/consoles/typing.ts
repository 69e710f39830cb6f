/** Types text into a machine as key strokes, at a speed that a slow guest can follow. */
import { keysymOf, modifiers, namedKeys } from './keys';
import { keyboard, type LayoutId } from './layouts';
import type { KeyPress } from './vnc';

/** Strokes a second. A guest loses keys that come faster than it reads its keyboard. */
export const rate = 40;
/** How many characters a text may have. */
export const maxCharacters = 20_000;

/** The keys of one character: `hold` stays down while each of `presses` is pressed and released. */
export interface Stroke {
  hold: readonly KeyPress[];
  presses: readonly KeyPress[];
}

/** What is sent for a text, and what can't be sent. */
export interface TypingPlan {
  strokes: Stroke[];
  /** Characters that this layout can't make, each once, in the order of the text. */
  unsupported: string[];
  /** Characters outside ASCII that are sent as characters: the VNC server may have no key for them. */
  doubtful: string[];
}

const control: Record<string, KeyPress> = { '\n': namedKeys.Enter, '\t': namedKeys.Tab };

/** Sends a character by its keysym. Most VNC servers find the key but expect Shift to be held as on a US keyboard. */
function asText(char: string): Stroke | null {
  if (/[\p{Cc}\p{Cs}]/u.test(char)) return null;
  const shifted = keyboard('us').get(char)?.shift === true;
  return {
    hold: shifted ? [modifiers.Shift] : [],
    presses: [{ keysym: keysymOf(char), code: null }],
  };
}

function asKeys(char: string, layout: Exclude<LayoutId, 'text'>): Stroke | null {
  const place = keyboard(layout).get(char);
  if (!place) return null;
  const hold = place.shift ? [modifiers.Shift] : place.altGr ? [modifiers.AltGr] : [];
  const keysym = place.dead ?? keysymOf(char);
  const press = { keysym, code: place.code };
  return { hold, presses: place.dead === undefined ? [press] : [press, namedKeys.Space] };
}

/** Works out the strokes that type a text on a layout. Every kind of line end becomes Enter. */
export function planTyping(text: string, layout: LayoutId): TypingPlan {
  const plan: TypingPlan = { strokes: [], unsupported: [], doubtful: [] };
  const note = (list: string[], char: string) => {
    if (!list.includes(char)) list.push(char);
  };
  for (const char of text.replace(/\r\n?/g, '\n').normalize('NFC')) {
    const fixed = control[char];
    const stroke = fixed
      ? { hold: [], presses: [fixed] }
      : layout === 'text'
        ? asText(char)
        : asKeys(char, layout);
    if (stroke) plan.strokes.push(stroke);
    else note(plan.unsupported, char);
    if (stroke && layout === 'text' && char > '~') note(plan.doubtful, char);
  }
  return plan;
}

/** Names a character to the reader: `U+0007` when it can't be seen. */
export function charName(char: string): string {
  const point = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /[\p{C}\p{Z}]/u.test(char) ? `U+${point}` : char;
}

function sendStroke(
  { hold, presses }: Stroke,
  send: (press: KeyPress, down: boolean) => void,
): void {
  for (const key of hold) send(key, true);
  for (const [index, key] of presses.entries()) {
    if (index > 0) for (const held of hold) send(held, false);
    send(key, true);
    send(key, false);
  }
  if (presses.length === 1) for (const key of [...hold].reverse()) send(key, false);
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** How typing is stopped and followed. */
export interface TypingOptions {
  signal: AbortSignal;
  /** Called after each stroke with the number of strokes sent so far. */
  onProgress: (done: number) => void;
  wait?: (milliseconds: number) => Promise<void>;
}

/**
 * Sends strokes at `rate`. It stops only between two strokes, so that no key stays down.
 * @returns how many strokes were sent; fewer than all when the signal stopped it
 */
export async function typeStrokes(
  strokes: readonly Stroke[],
  send: (press: KeyPress, down: boolean) => void,
  { signal, onProgress, wait = pause }: TypingOptions,
): Promise<number> {
  let done = 0;
  for (const stroke of strokes) {
    if (signal.aborted) break;
    sendStroke(stroke, send);
    done += 1;
    onProgress(done);
    await wait(1000 / rate);
  }
  return done;
}
