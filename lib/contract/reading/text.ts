/** Lines of text that people type: names, titles, descriptions. */
import { faultOf, refuse, type Reading } from './fault';
import { codePoint } from './marks';

/**
 * Characters that show nothing, or turn the text around them: control characters, the marks and embeddings of
 * bidirectional text, invisible format characters, line and paragraph separators. The joiners of scripts and emoji
 * (U+200C, U+200D) belong to words and stay.
 */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|(?![\u200C\u200D])\p{Cf}/u;

/** How a refusal names a character: as it is, or by its number where it shows nothing. */
export function nameOfCharacter(character: string): string {
  if (character === ' ') return 'U+0020';
  return hidden.test(character) || /^[\s\p{M}]/u.test(character) ? codePoint(character) : character;
}

/** How many characters people count. */
export const lengthOf = (text: string): number => [...text].length;

/** The first character of a text that a pattern of one character doesn't allow; undefined where all are allowed. */
export const firstOutside = (text: string, allowed: RegExp): string | undefined =>
  [...text].find((character) => !allowed.test(character));

/** Why a text may not stand on one line, or nothing. */
export function lineFault(text: string, max: number): string | null {
  const character = [...text].find((one) => hidden.test(one));
  if (character !== undefined)
    return faultOf('text_character', { character: nameOfCharacter(character) });
  const length = lengthOf(text);
  return length > max ? faultOf('too_long_by', { max, length }) : null;
}

/**
 * One line of text: white space around it is dropped, letters and their accents are one character where one exists
 * (NFC). Codes: required, text_character, too_long_by.
 */
export const readLine =
  (max: number, { optional = false } = {}) =>
  (text: string): Reading => {
    const value = text.trim().normalize('NFC');
    if (value === '' && !optional) return refuse('required');
    const fault = lineFault(value, max);
    return fault ? { fault } : { value };
  };

/** A new password, taken as it is. Codes: required, too_short_by, too_long_by, password_character. */
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
