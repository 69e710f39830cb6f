import { describe, expect, it } from 'vitest';
import { fillPath } from './operation';
import { decodePart, encodePart, parseJson, wellFormed } from './well-formed';

const odd = [
  '\ud800',
  '\udc00',
  'a\ud83d',
  '\ude00\ud83d',
  '\u0000',
  '/',
  '..',
  '%',
  '#?&',
  '😀',
  '',
];

describe('texts that are not well-formed', () => {
  it.each(odd)('can be part of a URL: %j', (text) => {
    expect(decodePart(encodePart(text))).toBe(wellFormed(text));
    expect(URL.canParse(`http://x.test/a/${encodePart(text)}/b`)).toBe(true);
  });

  it('keep their complete characters', () => {
    expect(wellFormed('\ud83d\ude00\ud83d')).toBe('😀\ufffd');
    expect(wellFormed('Bandung é 😀')).toBe('Bandung é 😀');
  });

  it('that aren’t percent-encoded UTF-8 stay as they are', () => {
    expect(decodePart('%ED%A0%80')).toBe('%ED%A0%80');
    expect(decodePart('100%')).toBe('100%');
  });

  it('fill a path', () => {
    expect(fillPath('/a/{id}', { id: 'x\ud800' })).toBe('/a/x%EF%BF%BD');
  });
});

describe('JSON', () => {
  it('has no half of a surrogate pair in any text or name', () => {
    const text = String.raw`{"a\ud800":["\udfff",{"b":"\\ud800 \ud83d\ude00"}],"n":1,"z":null}`;
    expect(parseJson(text)).toEqual({
      'a\ufffd': ['\ufffd', { b: String.raw`\ud800 😀` }],
      n: 1,
      z: null,
    });
  });

  it('throws for invalid JSON', () => {
    expect(() => parseJson('{')).toThrow(SyntaxError);
  });
});
