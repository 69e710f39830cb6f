import { describe, expect, it } from 'vitest';
import { folded, foundAt, sameAsSeen, searchWords } from './compare-text';

describe('searching', () => {
  it('ignores accents, case and width', () => {
    for (const [a, b] of [
      ['Café', 'cafe'],
      ['cafe\u0301', 'café'],
      ['ＷＥＢ', 'web'],
      ['STRASSE', 'straße'],
      ['İzmir', 'izmir'],
    ] as const)
      expect(folded(a)).toBe(folded(b));
    expect(searchWords(' Café  WEB ')).toEqual(['cafe', 'web']);
  });
  it('marks matches in the original text', () => {
    const marks = (text: string, q: string) =>
      foundAt(text, searchWords(q)).map(([from, to]) => text.slice(from, to));
    expect(marks('Kafé Ünal', 'kafe una')).toEqual(['Kafé', 'Üna']);
    expect(marks('kafe\u0301', 'kafe')).toEqual(['kafe\u0301']);
    expect(marks('web-web', 'web')).toEqual(['web', 'web']);
    expect(marks('🙂web', 'web')).toEqual(['web']);
    expect(marks('web', '')).toEqual([]);
  });
});

describe('a typed confirmation', () => {
  it('must equal the visible text', () => {
    expect(sameAsSeen(' café ', 'cafe\u0301')).toBe(true);
    expect(sameAsSeen('two words', 'two  words')).toBe(true);
    expect(sameAsSeen('web1', 'web\u200B1')).toBe(true);
    expect(sameAsSeen('Web', 'web')).toBe(false);
    expect(sameAsSeen('cafe', 'café')).toBe(false);
  });
});
