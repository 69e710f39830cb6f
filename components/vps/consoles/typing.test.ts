import { describe, expect, it } from 'vitest';
import { commonChords, keysymOf, pressChord, sysRq, type Chord } from './keys';
import { keyboard, layoutIds, type KeyboardId } from './layouts';
import { filler, typedChange } from './touch-text';
import { charName, planTyping, typeStrokes } from './typing';
import type { KeyPress } from './vnc';

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const keyboards = layoutIds.filter((id): id is KeyboardId => id !== 'text');

/** The keys that are sent, as `+code` and `-code` (or the keysym when the key has no code). */
async function sent(text: string, layout: (typeof layoutIds)[number]) {
  const log: string[] = [];
  const send = ({ keysym, code }: KeyPress, down: boolean) =>
    log.push(`${down ? '+' : '-'}${code ?? keysym.toString(16)}`);
  await typeStrokes(planTyping(text, layout).strokes, send, {
    signal: new AbortController().signal,
    onProgress: () => {},
    wait: () => Promise.resolve(),
  });
  return log.join(' ');
}

describe('layouts', () => {
  it.each(keyboards)(
    '%s makes every printable ASCII character, each at a place of its own',
    (id) => {
      const places = printable.map((char) => keyboard(id).get(char));
      expect(places.every(Boolean)).toBe(true);
      expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(95);
    },
  );
  it('differ in the keys that people complain about', () => {
    expect(keyboard('de').get('z')).toEqual({ code: 'KeyY' });
    expect(keyboard('fr').get('a')).toEqual({ code: 'KeyQ' });
    expect(keyboard('fr').get('1')).toEqual({ code: 'Digit1', shift: true });
    expect(keyboard('uk').get('@')).toEqual({ code: 'Quote', shift: true });
    expect(keyboard('us').get('|')).toEqual({ code: 'Backslash', shift: true });
    expect(keyboard('de').get('|')).toEqual({ code: 'IntlBackslash', altGr: true });
  });
});

describe('typing', () => {
  it('sends characters, with Shift held as on a US keyboard', async () => {
    expect(await sent('aB\n', 'text')).toBe('+61 -61 +ShiftLeft +42 -42 -ShiftLeft +Enter -Enter');
  });
  it('presses the keys of a layout', async () => {
    expect(await sent('y@', 'de')).toBe('+KeyZ -KeyZ +AltRight +KeyQ -KeyQ -AltRight');
  });
  it('presses Space after a dead key, with modifiers released', async () => {
    expect(await sent('`', 'de')).toBe('+ShiftLeft +Equal -Equal -ShiftLeft +Space -Space');
    expect(await sent('^', 'fr')).toBe('+AltRight +Digit9 -Digit9 -AltRight');
  });
  it('types line ends of every kind and tabs', async () => {
    expect(await sent('\r\n\r\t', 'us')).toBe('+Enter -Enter +Enter -Enter +Tab -Tab');
  });
  it('says what it cannot type before it types', () => {
    expect(planTyping('a€ü€\u0007', 'us')).toMatchObject({ unsupported: ['€', 'ü', '\u0007'] });
    expect(planTyping('a€\u0007', 'text')).toMatchObject({
      unsupported: ['\u0007'],
      doubtful: ['€'],
    });
    expect(planTyping('u\u0308', 'de').unsupported).toEqual([]);
    expect([charName('\u0007'), charName('€')]).toEqual(['U+0007', '€']);
  });
  it('keeps to the rate, reports progress, and stops between characters', async () => {
    const waits: number[] = [];
    const abort = new AbortController();
    const seen: number[] = [];
    const downs: boolean[] = [];
    const done = await typeStrokes(
      planTyping('abcdef', 'text').strokes,
      (_, down) => downs.push(down),
      {
        signal: abort.signal,
        onProgress: (count) => {
          seen.push(count);
          if (count === 3) abort.abort();
        },
        wait: (milliseconds) => Promise.resolve(void waits.push(milliseconds)),
      },
    );
    expect(done).toBe(3);
    expect(seen).toEqual([1, 2, 3]);
    expect(waits).toEqual([25, 25, 25]);
    expect(downs.filter(Boolean)).toHaveLength(downs.length / 2);
  });
});

describe('keys', () => {
  it('releases a chord in reverse order', () => {
    const log: string[] = [];
    pressChord(commonChords[0] as Chord, ({ code }, down) =>
      log.push(`${down ? '+' : '-'}${code}`),
    );
    expect(log.join(' ')).toBe('+ControlLeft +AltLeft +Delete -Delete -AltLeft -ControlLeft');
  });
  it('knows keysyms', () => {
    expect([keysymOf('a'), keysymOf('é'), keysymOf('€')]).toEqual([0x61, 0xe9, 0x10020ac]);
    expect(sysRq('b').presses.map(({ code }) => code)).toEqual(['AltLeft', 'PrintScreen', 'KeyB']);
  });
});

describe('on-screen keyboards', () => {
  it.each([
    [filler, `${filler}ls`, 0, 'ls'],
    [filler, filler.slice(0, -1), 1, ''],
    [`${filler}teh`, `${filler}the `, 2, 'he '],
    [`${filler}a`, `${filler}a\n`, 0, '\n'],
    [filler, `${filler}😀`, 0, '😀'],
  ])('reads a change as keys', (before, after, backspaces, text) =>
    expect(typedChange(before, after)).toEqual({ backspaces, text }),
  );
});
