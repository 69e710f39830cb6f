import { describe, expect, it } from 'vitest';
import { ownSpan, shareSpans } from './share-span';

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
});
