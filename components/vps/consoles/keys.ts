/** Keys that the browser does not pass on to the machine: X keysyms, each with its position on a PC keyboard. */
import type { KeyPress } from './vnc';

const key = (keysym: number, code: string): KeyPress => ({ keysym, code });

/** Keys that make no character, by name. */
export const namedKeys = {
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

/** Keys that change what other keys do. */
export const modifiers = {
  Shift: key(0xffe1, 'ShiftLeft'),
  Ctrl: key(0xffe3, 'ControlLeft'),
  Alt: key(0xffe9, 'AltLeft'),
  Super: key(0xffeb, 'MetaLeft'),
  AltGr: key(0xfe03, 'AltRight'),
} as const;

/** Modifiers that the panel can hold down. */
export const holdableModifiers = ['Ctrl', 'Alt', 'Super'] as const;
export type HoldableModifier = (typeof holdableModifiers)[number];

/** The function key of a number: 1 is F1. */
const functionKey = (number: number): KeyPress => key(0xffbd + number, `F${number}`);
/** The key of a small letter from a to z. */
export const letter = (char: string): KeyPress =>
  key(char.charCodeAt(0), `Key${char.toUpperCase()}`);

/** Keys that are pressed one after the other and released in reverse order. */
export interface Chord {
  /** The text of its button. */
  label: string;
  presses: readonly KeyPress[];
}

const { Ctrl, Alt } = modifiers;

/** The chords that people need most often. */
export const commonChords: readonly Chord[] = [
  { label: 'Ctrl+Alt+Del', presses: [Ctrl, Alt, namedKeys.Delete] },
  { label: 'Ctrl+C', presses: [Ctrl, letter('c')] },
  { label: 'Ctrl+D', presses: [Ctrl, letter('d')] },
  { label: 'Esc', presses: [namedKeys.Esc] },
  { label: 'Tab', presses: [namedKeys.Tab] },
  { label: 'Alt+Tab', presses: [Alt, namedKeys.Tab] },
];

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** F1 to F12. */
export const functionKeys: readonly Chord[] = numbers(12).map((number) => ({
  label: `F${number}`,
  presses: [functionKey(number)],
}));

/** Chords that switch to a text console of Linux. */
export const textConsoles: readonly Chord[] = numbers(6).map((number) => ({
  label: `Ctrl+Alt+F${number}`,
  presses: [Ctrl, Alt, functionKey(number)],
}));

/** The arrow keys. */
export const arrows: readonly Chord[] = [
  { label: '←', presses: [namedKeys.Left] },
  { label: '↑', presses: [namedKeys.Up] },
  { label: '↓', presses: [namedKeys.Down] },
  { label: '→', presses: [namedKeys.Right] },
];

/** Letters of Linux's magic SysRq key, in the order that ends a hung system safely; the kernel may forbid some. */
export const sysRqLetters = ['h', 'r', 'e', 'i', 's', 'u', 'b', 'o', 'f'] as const;
export type SysRqLetter = (typeof sysRqLetters)[number];

/** The chord of a SysRq letter. */
export const sysRq = (char: SysRqLetter): Chord => ({
  label: `Alt+SysRq+${char.toUpperCase()}`,
  presses: [Alt, namedKeys.SysRq, letter(char)],
});

/** Presses the keys of a chord in order, then releases them in reverse order. */
export function pressChord(
  { presses }: Chord,
  send: (press: KeyPress, down: boolean) => void,
): void {
  for (const press of presses) send(press, true);
  for (const press of [...presses].reverse()) send(press, false);
}

/** The keysym of a character by X11's rule: Latin-1 is its own keysym, others are their code point + 0x1000000. */
export function keysymOf(char: string): number {
  const point = char.codePointAt(0) ?? 0;
  const latin = (point >= 0x20 && point <= 0x7e) || (point >= 0xa0 && point <= 0xff);
  return latin ? point : 0x0100_0000 + point;
}
