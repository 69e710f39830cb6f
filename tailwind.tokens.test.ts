import { describe, expect, it } from 'vitest';
import { dark, light, type Token } from './tailwind.tokens';

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const grounds: Token[] = ['canvas', 'surface', 'sunken', 'raised', 'hover'];
const inks: Token[] = ['ink', 'muted', 'faint', 'accent-text', 'run', 'busy', 'danger', 'warn'];
const groups = ['run', 'off', 'busy', 'danger', 'warn'] as const;

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, palette) => {
  it.each(grounds.flatMap((ground) => inks.map((ink) => [ink, ground] as const)))(
    '%s on %s reads (4.5)',
    (ink, ground) => expect(contrast(palette[ink], palette[ground])).toBeGreaterThanOrEqual(4.5),
  );
  it.each(groups)('%s on its own soft ground reads, its mark shows', (group) => {
    expect(contrast(palette[group], palette[`${group}-soft`])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette[`${group}-mark`], palette.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette[`${group}-mark`], palette[`${group}-soft`])).toBeGreaterThanOrEqual(3);
  });
  it.each(['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6'] as const)(
    '%s shows',
    (series) => expect(contrast(palette[series], palette.surface)).toBeGreaterThanOrEqual(3),
  );
  it('buttons read, edges and focus show', () => {
    expect(contrast(palette['on-accent'], palette.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette['on-accent'], palette['accent-strong'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette['on-danger'], palette['danger-solid'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette['on-danger'], palette['danger-strong'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette['accent-text'], palette['accent-soft'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.ink, palette['accent-soft'])).toBeGreaterThanOrEqual(4.5);
    for (const ground of grounds) {
      expect(contrast(palette.edge, palette[ground])).toBeGreaterThanOrEqual(
        ground === 'surface' || ground === 'canvas' ? 3 : 2.7,
      );
      expect(contrast(palette.focus, palette[ground])).toBeGreaterThanOrEqual(3);
    }
  });
});
