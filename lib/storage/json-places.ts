/** Reads JSON and keeps where each value stands, so that what is wrong with it can be shown at its line. Browser-safe. */

/** A value and where it begins. */
export interface Placed {
  at: number;
  value: string | number | boolean | null | Placed[] | Map<string, Placed>;
}

/** Where something stands; both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Where the text is no JSON. */
export class JsonFault extends Error {
  constructor(readonly at: number) {
    super('no JSON');
  }
}

/** The line and the column of an offset. */
export function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Deeper than any policy, and far from where the stack ends. */
const DEEPEST = 100;
const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
const quoted = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/** @throws JsonFault where it is none, or is nested too deep */
export function readPlaced(text: string): Placed {
  let at = 0;
  const skip = () => {
    while (/[ \t\n\r]/.test(text[at] ?? '')) at += 1;
  };
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) throw new JsonFault(at);
    at += found.length;
    return found;
  };
  const sign = (wanted: string) => {
    skip();
    if (text[at] !== wanted) throw new JsonFault(at);
    at += 1;
  };
  /** Whether a list goes on after a value. */
  const goesOn = (end: string): boolean => {
    skip();
    if (text[at] === end) {
      at += 1;
      return false;
    }
    sign(',');
    return true;
  };
  const isEmpty = (end: string): boolean => {
    skip();
    if (text[at] !== end) return false;
    at += 1;
    return true;
  };
  const value = (depth: number): Placed => {
    skip();
    const begin = at;
    if (depth > DEEPEST) throw new JsonFault(at);
    if (text[at] === '{') {
      at += 1;
      const members = new Map<string, Placed>();
      if (isEmpty('}')) return { at: begin, value: members };
      do {
        skip();
        const name = JSON.parse(take(quoted)) as string;
        sign(':');
        members.set(name, value(depth + 1));
      } while (goesOn('}'));
      return { at: begin, value: members };
    }
    if (text[at] === '[') {
      at += 1;
      const items: Placed[] = [];
      if (isEmpty(']')) return { at: begin, value: items };
      do items.push(value(depth + 1));
      while (goesOn(']'));
      return { at: begin, value: items };
    }
    const written = take(text[at] === '"' ? quoted : scalar);
    return { at: begin, value: JSON.parse(written) as Placed['value'] };
  };
  const read = value(0);
  skip();
  if (at < text.length) throw new JsonFault(at);
  return read;
}
