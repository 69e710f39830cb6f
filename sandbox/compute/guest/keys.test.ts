import { describe, expect, it } from 'vitest';
import { characterOf, Keyboard } from './keys';

describe('characterOf', () => {
  it.each([
    [0x41, 'A'],
    [0x7e, '~'],
    [0xe9, 'é'],
    [0x010020ac, '€'],
    [0x0101f600, '\u{1f600}'],
    [0xffb7, '7'],
    [0xffaf, '/'],
    [0x7f, null],
    [0xff0d, null],
    [0x0100d800, null],
    [0x01000007, null],
    [0xffffffff, null],
  ])('of %i', (keysym, expected) => {
    expect(characterOf(keysym)).toBe(expected);
  });
});

describe('Keyboard', () => {
  it('passes characters on unchanged, with or without Shift', () => {
    const keyboard = new Keyboard();
    expect(keyboard.press(true, 0xffe1)).toBeNull();
    expect(keyboard.press(true, 0x41)).toEqual({ kind: 'text', text: 'A' });
    expect(keyboard.press(false, 0x41)).toBeNull();
    expect(keyboard.press(true, 0xff8d)).toEqual({ kind: 'named', name: 'enter' });
  });

  it('recognizes both Ctrl keys', () => {
    const keyboard = new Keyboard();
    keyboard.press(true, 0xffe3);
    keyboard.press(true, 0xffe4);
    keyboard.press(false, 0xffe3);
    expect(keyboard.press(true, 0x43)).toEqual({ kind: 'control', letter: 'c' });
    expect(keyboard.press(true, 0x31)).toBeNull();
    keyboard.press(false, 0xffe4);
    expect(keyboard.press(true, 0x63)).toEqual({ kind: 'text', text: 'c' });
  });

  it('recognizes Ctrl-Alt-Del, and AltGr that comes as Ctrl-Alt', () => {
    const keyboard = new Keyboard();
    keyboard.press(true, 0xffe3);
    keyboard.press(true, 0xffe9);
    expect(keyboard.press(true, 0xffff)).toEqual({ kind: 'reset' });
    expect(keyboard.press(true, 0x40)).toEqual({ kind: 'text', text: '@' });
  });
});
