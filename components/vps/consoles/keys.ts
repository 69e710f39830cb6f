/** The keys that a browser or a keyboard keeps from a machine, as X keysyms with their place on a PC keyboard. */
import type { KeyPress } from './vnc';

const key = (keysym: number, code: string): KeyPress => ({ keysym, code });

export const named = {
  Enter: key(0xff0d, 'Enter'),
  Tab: key(0xff09, 'Tab'),
  Esc: key(0xff1b, 'Escape'),
  Backspace: key(0xff08, 'Backspace'),
  Delete: key(0xffff, 'Delete'),
  Space: key(0x20, 'Space'),
  Left: key(0xff51, 'ArrowLeft'),
  Up: key(0xff52, 'ArrowUp'),
  Right: key(0xff53, 'ArrowRight'),
  Down: key(0xff54, 'ArrowDown'),
  Home: key(0xff50, 'Home'),
  End: key(0xff57, 'End'),
  PageUp: key(0xff55, 'PageUp'),
  PageDown: key(0xff56, 'PageDown'),
  SysRq: key(0xff15, 'PrintScreen'),
} as const;

export const modifiers = {
  Shift: key(0xffe1, 'ShiftLeft'),
  Ctrl: key(0xffe3, 'ControlLeft'),
  Alt: key(0xffe9, 'AltLeft'),
  Super: key(0xffeb, 'MetaLeft'),
  AltGr: key(0xfe03, 'AltRight'),
} as const;

export const sticky = ['Ctrl', 'Alt', 'Super'] as const;
export type Sticky = (typeof sticky)[number];

/** F1 is 1. */
export const functionKey = (number: number): KeyPress => key(0xffbd + number, `F${number}`);
export const letter = (char: string): KeyPress =>
  key(char.charCodeAt(0), `Key${char.toUpperCase()}`);

/** Keys that are pressed one after the other and released the other way round. */
export interface Chord {
  /** What stands on its button. */
  label: string;
  presses: readonly KeyPress[];
}

const { Ctrl, Alt } = modifiers;

export const common: readonly Chord[] = [
  { label: 'Ctrl+Alt+Del', presses: [Ctrl, Alt, named.Delete] },
  { label: 'Ctrl+C', presses: [Ctrl, letter('c')] },
  { label: 'Ctrl+D', presses: [Ctrl, letter('d')] },
  { label: 'Esc', presses: [named.Esc] },
  { label: 'Tab', presses: [named.Tab] },
  { label: 'Alt+Tab', presses: [Alt, named.Tab] },
];

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

export const functionKeys: readonly Chord[] = numbers(12).map((number) => ({
  label: `F${number}`,
  presses: [functionKey(number)],
}));

/** Linux's text consoles. */
export const textConsoles: readonly Chord[] = numbers(6).map((number) => ({
  label: `Ctrl+Alt+F${number}`,
  presses: [Ctrl, Alt, functionKey(number)],
}));

export const arrows: readonly Chord[] = [
  { label: '←', presses: [named.Left] },
  { label: '↑', presses: [named.Up] },
  { label: '↓', presses: [named.Down] },
  { label: '→', presses: [named.Right] },
];

/** Linux's magic SysRq letters, in the order that ends a hung system best; the kernel may forbid some. */
export const sysRqLetters = ['h', 'r', 'e', 'i', 's', 'u', 'b', 'o', 'f'] as const;
export type SysRqLetter = (typeof sysRqLetters)[number];

export const sysRq = (char: SysRqLetter): Chord => ({
  label: `Alt+SysRq+${char.toUpperCase()}`,
  presses: [Alt, named.SysRq, letter(char)],
});

/** Sends a chord. */
export function pressChord(
  { presses }: Chord,
  send: (press: KeyPress, down: boolean) => void,
): void {
  for (const press of presses) send(press, true);
  for (const press of [...presses].reverse()) send(press, false);
}

/** The keysym of a character: Latin-1 as it is, everything else by its code point (X11's rule). */
export function keysymOf(char: string): number {
  const point = char.codePointAt(0) ?? 0;
  const latin = (point >= 0x20 && point <= 0x7e) || (point >= 0xa0 && point <= 0xff);
  return latin ? point : 0x0100_0000 + point;
}
