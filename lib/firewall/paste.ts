/** Many addresses written at once, with descriptions or none, as they stand in lists, mails and tables. */
import { readNetwork } from '@/lib/contract/reading/network';
import { lineFault } from '@/lib/contract/reading/text';
import type { IpSet } from './model';

export type PastedState =
  | 'ready'
  /** Bits behind the prefix are cleared, or it has a shorter form: `cidr` is what is sent. */
  | 'changed'
  | 'invalid'
  /** `/0`, which the firewall refuses in a set. */
  | 'wide'
  | 'twice'
  | 'known'
  /** Its description holds an address, which may be meant as one more: nothing is sent until that is answered. */
  | 'asked';

export interface PastedLine {
  /** As typed, without what stands after it. */
  typed: string;
  /** What is sent; empty where nothing can be. */
  cidr: string;
  description: string;
  state: PastedState;
  /** Why it can't be sent, a code: it is no address, or its description can't stand on a line. */
  fault?: string;
}

/** What is done with addresses in descriptions: they stay there, or are added too; null while nobody has said. */
export type Inside = 'keep' | 'add' | null;

interface Found {
  typed: string;
  words: string[];
}

/** A word without the brackets and quotes that people put around addresses. */
const bare = (word: string): string => word.replace(/^[("'<[{]+|[)"'>\]},.]+$/g, '');

const isAddress = (word: string): boolean => readNetwork(bare(word)).value !== undefined;

/** Of digits, dots and colons, as an address is that was mistyped. */
const looksLikeOne = (word: string): boolean =>
  /\d/.test(word) && /[.:/]/.test(word) && /^[\da-f.:/%]+$/i.test(bare(word));

/** The parts of one line that stand apart by commas, semicolons or pipes, each in its words. */
const partsOf = (line: string): string[][] =>
  line
    .split(/[,;|]/)
    .map((part) => part.split(/\s+/).filter(Boolean))
    .filter((part) => part.length > 0);

/** What a line names: addresses one after another, each with the words that follow it. */
function namedIn(line: string, inside: Inside): Found[] {
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

const describe = (words: readonly string[]): string =>
  words
    .join(' ')
    .replace(/^[#–—-]+\s*/, '')
    .replace(/\s*[#–—-]+$/, '');

/** The addresses that stand somewhere in a text. */
export const addressesIn = (text: string): string[] =>
  text
    .split(/[\s,;|]+/)
    .filter(isAddress)
    .map(bare);

/** Whether a text holds an address: asked about before it is sent as a description. */
export const holdsAddress = (text: string): boolean => addressesIn(text).length > 0;

/**
 * What a text names. Addresses stand apart by any white space, commas, semicolons or pipes; words after one describe it.
 * @param inside what is done with an address that stands among such words
 */
export function readPasted(
  text: string,
  set: Pick<IpSet, 'entries'>,
  inside: Inside = null,
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

/** Whether a line is sent. */
export const isSent = ({ state }: PastedLine): boolean => state === 'ready' || state === 'changed';
