/** Types text into a machine as key strokes, at a rate that a slow guest can follow. */
import { keysymOf, modifiers, named } from './keys';
import { keyboard, type LayoutId } from './layouts';
import type { KeyPress } from './vnc';

/** Strokes a second. Guests drop keys that come faster than they poll their keyboard. */
export const rate = 40;
/** Characters of one text. */
export const mostCharacters = 20_000;

/** One character: keys held, then keys pressed and released. */
export interface Stroke {
  hold: readonly KeyPress[];
  presses: readonly KeyPress[];
}

export interface TypingPlan {
  strokes: Stroke[];
  /** Characters that this keyboard can't make, each once, in their order. */
  unsupported: string[];
  /** Characters outside of ASCII that go as characters: the machine's side may have no key for them. */
  doubtful: string[];
}

const control: Record<string, KeyPress> = { '\n': named.Enter, '\t': named.Tab };

/** By character: the machine's side finds the key, but most want Shift held where a US keyboard does. */
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
  return { hold, presses: place.dead === undefined ? [press] : [press, named.Space] };
}

/** What typing a text means on a layout. Line ends of any kind become Return. */
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

/** A character as it may be named to a reader. */
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

export interface TypingOptions {
  signal: AbortSignal;
  /** Strokes sent so far. */
  onProgress: (done: number) => void;
  wait?: (milliseconds: number) => Promise<void>;
}

/**
 * Sends strokes at `rate`. A stroke is never cut in half, so no key stays down.
 * @returns how many were sent; fewer than all when the signal said to stop
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
