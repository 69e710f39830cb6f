/** A key for a text console. */
export type Key =
  | { kind: 'text'; text: string }
  /** Ctrl with a letter, in lower case. */
  | { kind: 'control'; letter: string }
  | { kind: 'named'; name: NamedKey }
  /** Ctrl-Alt-Del. */
  | { kind: 'reset' };

export type NamedKey =
  'enter' | 'backspace' | 'tab' | 'delete' | 'left' | 'right' | 'up' | 'down' | 'home' | 'end';

/** X keysyms that are not characters (source: X11's keysymdef.h). Keypad keys come second. */
const NAMED: Record<number, NamedKey> = {
  0xff08: 'backspace',
  0xff09: 'tab',
  0xff0d: 'enter',
  0xffff: 'delete',
  0xff50: 'home',
  0xff51: 'left',
  0xff52: 'up',
  0xff53: 'right',
  0xff54: 'down',
  0xff57: 'end',
  0xff89: 'tab',
  0xff8d: 'enter',
  0xff95: 'home',
  0xff96: 'left',
  0xff97: 'up',
  0xff98: 'right',
  0xff99: 'down',
  0xff9c: 'end',
  0xff9f: 'delete',
};

/** Keypad and legacy keysyms that give characters. */
const CHARACTERS: Record<number, string> = {
  0xff80: ' ',
  0xffaa: '*',
  0xffab: '+',
  0xffac: ',',
  0xffad: '-',
  0xffae: '.',
  0xffaf: '/',
  0xffbd: '=',
  0x20ac: '€',
};

const CONTROL = new Set([0xffe3, 0xffe4]);
const ALT = new Set([0xffe7, 0xffe8, 0xffe9, 0xffea]);
const DELETE = new Set([0xffff, 0xff9f]);

/** The character of a keysym: Latin-1 directly, Unicode from 0x01000000 on; null for other keys. */
export function characterOf(keysym: number): string | null {
  if ((keysym >= 0x20 && keysym <= 0x7e) || (keysym >= 0xa0 && keysym <= 0xff))
    return String.fromCharCode(keysym);
  if (keysym >= 0xffb0 && keysym <= 0xffb9) return String(keysym - 0xffb0);
  const code = keysym - 0x01000000;
  if (
    code >= 0x20 &&
    code <= 0x10ffff &&
    !(code >= 0x7f && code < 0xa0) &&
    !(code >= 0xd800 && code <= 0xdfff)
  ) {
    return String.fromCodePoint(code);
  }
  return CHARACTERS[keysym] ?? null;
}

/**
 * The keyboard of one viewer. Keysyms already include the effect of Shift, Caps Lock and AltGr, so only Ctrl and Alt
 * are tracked. Each viewer has its own keyboard, so a lost connection leaves no key pressed.
 */
export class Keyboard {
  private readonly held = new Set<number>();

  /** The key that a KeyEvent presses; null if it presses none. */
  press(down: boolean, keysym: number): Key | null {
    if (CONTROL.has(keysym) || ALT.has(keysym)) {
      if (down) this.held.add(keysym);
      else this.held.delete(keysym);
      return null;
    }
    if (!down) return null;
    const control = [...this.held].some((key) => CONTROL.has(key));
    const alt = [...this.held].some((key) => ALT.has(key));
    if (control && alt && DELETE.has(keysym)) return { kind: 'reset' };
    const name = NAMED[keysym];
    if (name) return { kind: 'named', name };
    const text = characterOf(keysym);
    if (text === null) return null;
    if (!control || alt) return { kind: 'text', text };
    return /^[a-z]$/i.test(text) ? { kind: 'control', letter: text.toLowerCase() } : null;
  }
}
