/** Reads many pasted addresses, with or without descriptions, as they appear in lists, mails and tables. */
import { readNetwork } from '@/lib/contract/reading/network';
import { lineFault } from '@/lib/contract/reading/text';
import type { IpSet } from './model';

/** What happens to a pasted address; only `ready` and `changed` ones are sent. */
export type PastedState =
  | 'ready'
  /**
   * `cidr`, which is sent, differs from the typed text: bits behind the prefix are cleared, or it is a shorter form.
   */
  | 'changed'
  | 'invalid'
  /** `/0`, which the firewall refuses in a set. */
  | 'wide'
  | 'twice'
  | 'known'
  /** The description contains an address, which the person may want to add, too. Nothing is sent until they answer. */
  | 'asked';

/** One pasted address with its description. */
export interface PastedLine {
  /** The address as typed, without the words after it. */
  typed: string;
  /** The address to send; empty if it is invalid. */
  cidr: string;
  description: string;
  state: PastedState;
  /** A code for why it can't be sent: it is no address, or its description has forbidden characters. */
  fault?: string;
}

/**
 * What happens to addresses in descriptions: they stay there (`keep`) or are added as well (`add`); null until the
 * person answers.
 */
export type AddressesInDescriptions = 'keep' | 'add' | null;

interface Found {
  typed: string;
  words: string[];
}

/** The word without surrounding brackets and quotes. */
const bare = (word: string): string => word.replace(/^[("'<[{]+|[)"'>\]},.]+$/g, '');

const isAddress = (word: string): boolean => readNetwork(bare(word)).value !== undefined;

/** Whether a word may be a mistyped address: only digits, dots, colons and slashes. */
const looksLikeOne = (word: string): boolean =>
  /\d/.test(word) && /[.:/]/.test(word) && /^[\da-f.:/%]+$/i.test(bare(word));

/** Splits a line at commas, semicolons and pipes into parts, and each part into words. */
const partsOf = (line: string): string[][] =>
  line
    .split(/[,;|]/)
    .map((part) => part.split(/\s+/).filter(Boolean))
    .filter((part) => part.length > 0);

/** Finds the addresses of a line, each with the words that follow it. */
function namedIn(line: string, inside: AddressesInDescriptions): Found[] {
  const found: Found[] = [];
  /** Words before the first address describe it. */
  const before: string[] = [];
  for (const part of partsOf(line)) {
    part.forEach((word, at) => {
      const last = found.at(-1);
      const listed = at === 0 || !last || last.words.length === 0 || inside === 'add';
      if (isAddress(word) ? listed : looksLikeOne(word) && listed && before.length === 0)
        found.push({ typed: bare(word), words: before.splice(0) });
      else if (last) last.words.push(word);
      else before.push(word);
    });
  }
  return found.length === 0 && before.length > 0 ? [{ typed: before.join(' '), words: [] }] : found;
}

/** Joins the words of a description and removes comment signs and dashes around it. */
const describe = (words: readonly string[]): string =>
  words
    .join(' ')
    .replace(/^[#–—-]+\s*/, '')
    .replace(/\s*[#–—-]+$/, '');

/** All addresses in a text. */
export const addressesIn = (text: string): string[] =>
  text
    .split(/[\s,;|]+/)
    .filter(isAddress)
    .map(bare);

/** Whether a text contains an address. */
export const holdsAddress = (text: string): boolean => addressesIn(text).length > 0;

/**
 * Reads the addresses of a pasted text. Addresses are separated by white space, commas, semicolons or pipes; the
 * words after an address are its description.
 * @param set the set that they are added to, for `known`
 * @param inside what happens to addresses in descriptions
 */
export function readPasted(
  text: string,
  set: Pick<IpSet, 'entries'>,
  inside: AddressesInDescriptions = null,
): PastedLine[] {
  const known = new Set(set.entries.map(({ cidr, block }) => block?.text ?? cidr));
  const seen = new Set<string>();
  const lines = text.split(/[\n\r\u2028\u2029]/).map((line) => line.trim());
  return lines
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => namedIn(line, inside))
    .map(({ typed, words }): PastedLine => {
      const description = describe(words);
      const { value, fault } = readNetwork(typed);
      if (!value) return { typed, cidr: '', description, state: 'invalid', fault };
      const cidr = value.text;
      const say = (state: PastedState): PastedLine => ({ typed, cidr, description, state });
      const wrong = lineFault(description, 255);
      if (wrong) return { ...say('invalid'), fault: wrong };
      if (value.prefix === 0) return say('wide');
      if (seen.has(cidr)) return say('twice');
      seen.add(cidr);
      if (known.has(cidr)) return say('known');
      if (inside !== 'keep' && holdsAddress(description)) return say('asked');
      const same = typed.toLowerCase() === cidr || typed === `${cidr}/${value.prefix}`;
      return say(same ? 'ready' : 'changed');
    });
}

/** Whether a pasted address is sent. */
export const isSent = ({ state }: PastedLine): boolean => state === 'ready' || state === 'changed';
