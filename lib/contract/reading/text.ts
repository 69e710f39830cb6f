/** Reads lines of text that people type: names, titles, descriptions, passwords. */
import { faultOf, refuse, type Reading } from './fault';
import { codePoint } from './marks';

/**
 * Characters that are invisible or change the direction of text: control characters, bidirectional marks, invisible
 * format characters, line and paragraph separators. The joiners of scripts and emoji (U+200C, U+200D) are parts of
 * words and are allowed.
 */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|(?![\u200C\u200D])\p{Cf}/u;

/** The name of a character in a message: the character itself, or its number if it is invisible. */
export function nameOfCharacter(character: string): string {
  if (character === ' ') return 'U+0020';
  return hidden.test(character) || /^[\s\p{M}]/u.test(character) ? codePoint(character) : character;
}

/** The number of characters, as people count them (code points). */
export const lengthOf = (text: string): number => [...text].length;

/** The first character that doesn't match a pattern of one character; undefined if all match. */
export const firstOutside = (text: string, allowed: RegExp): string | undefined =>
  [...text].find((character) => !allowed.test(character));

/**
 * The code of the rule that a line of text breaks, or null.
 * @param max most characters
 */
export function lineFault(text: string, max: number): string | null {
  const character = [...text].find((one) => hidden.test(one));
  if (character !== undefined)
    return faultOf('text_character', { character: nameOfCharacter(character) });
  const length = lengthOf(text);
  return length > max ? faultOf('too_long_by', { max, length }) : null;
}

/**
 * Makes a reader of one line of text: surrounding white space is removed, and letters with accents are composed
 * (NFC). Codes: required, text_character, too_long_by.
 * @param max most characters
 */
export const readLine =
  (max: number, { optional = false } = {}) =>
  (text: string): Reading => {
    const value = text.trim().normalize('NFC');
    if (value === '' && !optional) return refuse('required');
    const fault = lineFault(value, max);
    return fault ? { fault } : { value };
  };

/**
 * Makes a reader of new passwords, which are not changed. Codes: required, too_short_by, too_long_by,
 * password_character.
 */
export const readPassword =
  (min = 8, max = 128) =>
  (text: string): Reading => {
    if (text === '') return refuse('required');
    const character = [...text].find((one) => /\p{Cc}/u.test(one));
    if (character !== undefined)
      return refuse('password_character', { character: nameOfCharacter(character) });
    const length = lengthOf(text);
    if (length < min) return refuse('too_short_by', { min, length });
    return length > max ? refuse('too_long_by', { max, length }) : { value: text };
  };
