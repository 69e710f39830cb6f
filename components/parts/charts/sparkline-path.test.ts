import { describe, expect, it } from 'vitest';
import { sparklinePath } from './sparkline-path';

describe('sparklinePath', () => {
  it('draws values from the ground at 100 to the top at 0', () => {
    expect(sparklinePath([0, 50, 100], 100)).toEqual({
      line: 'M0 100L1 50L2 0',
      area: 'M0 100L1 50L2 0V100H0Z',
      width: 2,
    });
  });

  it('breaks the line where nothing was measured, and marks a value alone as a dot', () => {
    const { line, area, width } = sparklinePath([10, 10, null, 20, null, 30, 30], 100);
    expect(line).toBe('M0 90L1 90M3 80h0M5 70L6 70');
    expect(area).toBe('M0 90L1 90V100H0ZM5 70L6 70V100H5Z');
    expect(width).toBe(6);
  });

  it('stays in its box, also where the top is not known', () => {
    expect(sparklinePath([150, -5], 100).line).toBe('M0 0L1 100');
    expect(sparklinePath([5, 5], 0).line).toBe('M0 100L1 100');
    expect(sparklinePath([], 100)).toEqual({ line: '', area: '', width: 1 });
  });
});
