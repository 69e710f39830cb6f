/**
 * The text of others, such as names: shown in its own direction, its hidden characters as marks, so that it neither
 * turns the words around it nor looks like something that it isn't.
 */
import { withMarks } from '@/lib/contract/reading/marks';

export { withMarks } from '@/lib/contract/reading/marks';

/** Letters that run from right to left. */
const turning = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EEFF}]/u;

/** Whether a text would turn what stands beside it, or holds what can't be seen. */
export const isTurning = (text: string): boolean => turning.test(text) || withMarks(text) !== text;

/** A text inside words of ours: where it would turn them, between marks that keep it by itself (U+2068, U+2069). */
export const isolated = (text: string): string =>
  isTurning(text) ? `\u2068${withMarks(text)}\u2069` : text;

/** Words of ours, in which isolated texts may stand: what else is hidden in them is a mark. */
export const withMarksBetween = (text: string): string =>
  text
    .split(/([\u2068\u2069])/)
    .map((part, index) => (index % 2 === 1 ? part : withMarks(part)))
    .join('');
