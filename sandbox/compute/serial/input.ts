import type { Key, NamedKey } from '../guest/keys';

/** What terminals send for keys that make no character. */
const SEQUENCES: Record<string, NamedKey> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  '[H': 'home',
  '[F': 'end',
  '[1~': 'home',
  '[3~': 'delete',
  '[4~': 'end',
  OA: 'up',
  OB: 'down',
  OC: 'right',
  OD: 'left',
  OH: 'home',
  OF: 'end',
};
const SEQUENCE = /^(?:\[[0-9:;<=>?]*[ -/]*[@-~]|O[@-~])/;
/** The beginning of a sequence whose end is still to come. */
const UNFINISHED = /^(?:\[[0-9:;<=>?]*[ -/]*|O)?$/;
const LONGEST_SEQUENCE = 64;

/** Reads keys from the bytes that come over a serial line, in any pieces. */
export class SerialInput {
  private readonly decoder = new TextDecoder();
  private rest = '';

  feed(bytes: Buffer): Key[] {
    let text = this.rest + this.decoder.decode(bytes, { stream: true });
    this.rest = '';
    const keys: Key[] = [];
    while (text !== '') {
      if (text.startsWith('\u001b')) {
        const after = text.slice(1);
        const sequence = SEQUENCE.exec(after)?.[0];
        if (sequence === undefined) {
          if (UNFINISHED.test(after) && after.length < LONGEST_SEQUENCE) {
            this.rest = text;
            return keys;
          }
          text = after;
          continue;
        }
        const name = SEQUENCES[sequence];
        if (name) keys.push({ kind: 'named', name });
        text = after.slice(sequence.length);
        continue;
      }
      const char = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
      const key = keyOf(char);
      if (key) keys.push(key);
      text = text.slice(char.length);
    }
    return keys;
  }
}

function keyOf(char: string): Key | null {
  if (char === '\r' || char === '\n') return { kind: 'named', name: 'enter' };
  if (char === '\t') return { kind: 'named', name: 'tab' };
  if (char === '\u007f' || char === '\b') return { kind: 'named', name: 'backspace' };
  const code = char.charCodeAt(0);
  if (code >= 1 && code <= 26) return { kind: 'control', letter: String.fromCharCode(96 + code) };
  return code < 32 ? null : { kind: 'text', text: char };
}
