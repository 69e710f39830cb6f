import { describe, expect, it } from 'vitest';
import { ownSpan, shareSpans, spanWords } from './share-span';

describe('the length of a share link', () => {
  it('is five minutes to seven days', () => {
    expect(ownSpan(5, 'minutes')).toBe(300);
    expect(ownSpan(4, 'minutes')).toBeNull();
    expect(ownSpan(7, 'days')).toBe(604_800);
    expect(ownSpan(169, 'hours')).toBeNull();
    expect(ownSpan(0, 'days')).toBeNull();
    expect(ownSpan(-1, 'days')).toBeNull();
    expect(ownSpan(1.5, 'hours')).toBeNull();
    expect(ownSpan(undefined, 'hours')).toBeNull();
  });
  it('has presets within it', () => {
    for (const span of shareSpans) expect(ownSpan(span / 60, 'minutes')).toBe(span);
  });

  it('is said in whole words', () => {
    expect(shareSpans.map((each) => spanWords(each, 'en'))).toEqual([
      '5 minutes',
      '1 hour',
      '1 day',
      '3 days',
      '7 days',
    ]);
    expect(spanWords(5400, 'en')).toBe('90 minutes');
    expect(spanWords(300, 'id')).toBe('5 menit');
    expect(spanWords(86_400, 'id')).toBe('1 hari');
  });
});
