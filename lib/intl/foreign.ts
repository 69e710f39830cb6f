/**
 * Shows other people's text, such as names, in its own direction and with its hidden characters as marks, so that it
 * neither changes the direction of the words around it nor looks like something else.
 */
import { withMarks } from '@/lib/contract/reading/marks';

export { withMarks } from '@/lib/contract/reading/marks';

/** Letters of scripts from right to left. */
const turning = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EEFF}]/u;

/** Whether a text could change the direction of the words around it, or contains hidden characters. */
export const isTurning = (text: string): boolean => turning.test(text) || withMarks(text) !== text;

/**
 * Prepares a text to be part of our words: if it could change their direction, it is put between isolating characters
 * (U+2068, U+2069).
 */
export const isolated = (text: string): string =>
  isTurning(text) ? `\u2068${withMarks(text)}\u2069` : text;

/** Our words with isolated texts in them: shows all other hidden characters as marks. */
export const withMarksBetween = (text: string): string =>
  text
    .split(/([\u2068\u2069])/)
    .map((part, index) => (index % 2 === 1 ? part : withMarks(part)))
    .join('');
