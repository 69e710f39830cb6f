/** Many addresses written at once: one a line, each with a description after it. */
import { readBlock } from './addresses';
import type { IpSet } from './model';

export type PastedState =
  | 'ready'
  /** Bits behind the prefix are cleared: `cidr` is what is meant. */
  | 'changed'
  | 'invalid'
  /** `/0`, which the firewall refuses in a set. */
  | 'wide'
  | 'twice'
  | 'known';

export interface PastedLine {
  /** As typed, without what stands after it. */
  typed: string;
  /** What is sent; empty where nothing can be. */
  cidr: string;
  description: string;
  state: PastedState;
}

/** The lines of a text that name something. Several on one line stand apart by commas or semicolons. */
export function readPasted(text: string, set: Pick<IpSet, 'entries'>): PastedLine[] {
  const known = new Set(set.entries.map(({ cidr, block }) => block?.text ?? cidr));
  const seen = new Set<string>();
  const parts = text.split(/[\n,;]/).map((part) => part.trim());
  return parts
    .filter((part) => part !== '' && !part.startsWith('#'))
    .map((part): PastedLine => {
      const [typed = '', ...rest] = part.split(/\s+/);
      const description = rest.join(' ').replace(/^[#–-]+\s*/, '');
      const block = readBlock(typed);
      if (!block) return { typed, cidr: '', description, state: 'invalid' };
      const cidr = block.text;
      const say = (state: PastedState): PastedLine => ({ typed, cidr, description, state });
      if (block.prefix === 0) return say('wide');
      if (seen.has(cidr)) return say('twice');
      seen.add(cidr);
      if (known.has(cidr)) return say('known');
      const same = typed.toLowerCase() === cidr || typed === `${cidr}/${block.prefix}`;
      return say(same ? 'ready' : 'changed');
    });
}

/** Whether a line is sent. */
export const isSent = ({ state }: PastedLine): boolean => state === 'ready' || state === 'changed';
