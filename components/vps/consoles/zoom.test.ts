import { describe, expect, it } from 'vitest';
import { firstZoom, fittedScale, limitZoom, pinched } from './zoom';

const desktop = { width: 1024, height: 768 };
const phone = { width: 384, height: 560 };

describe('the size of a screen', () => {
  it('is readable at first on a phone, and the whole screen elsewhere', () => {
    expect(fittedScale(desktop, phone)).toBe(0.375);
    expect(firstZoom(desktop, phone, true)).toBe(1);
    expect(firstZoom(desktop, phone, false)).toBeNull();
    expect(firstZoom(desktop, { width: 820, height: 900 }, true)).toBeNull();
    expect(firstZoom({ width: 0, height: 0 }, phone, true)).toBeNull();
  });
  it('goes from the whole screen to four times its size', () => {
    expect(limitZoom(0.1, desktop, phone)).toBe(0.375);
    expect(limitZoom(9, desktop, phone)).toBe(4);
    expect(limitZoom(0.5, { width: 100, height: 100 }, phone)).toBe(1);
  });
  it('keeps what is between the fingers between them', () => {
    const from = { zoom: 1, left: 100, top: 40 };
    const began = { distance: 100, x: 50, y: 60 };
    const still = pinched(from, began, { ...began, distance: 200 }, 2);
    expect(still).toEqual({ zoom: 2, left: 250, top: 140 });
    const moved = pinched(from, began, { distance: 100, x: 70, y: 50 }, 1);
    expect(moved).toEqual({ zoom: 1, left: 80, top: 50 });
  });
});
