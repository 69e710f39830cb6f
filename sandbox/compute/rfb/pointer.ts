import type { PixelEncoder } from './pixels';

/** The picture of the pointer: `#` is its edge, `o` its inside. */
const ART = [
  '#..........',
  '##.........',
  '#o#........',
  '#oo#.......',
  '#ooo#......',
  '#oooo#.....',
  '#ooooo#....',
  '#oooooo#...',
  '#ooooooo#..',
  '#oooooooo#.',
  '#oooooo####',
  '#oo#oo#....',
  '#o#.#oo#...',
  '##..#oo#...',
  '#....##....',
];

export const POINTER_SIZE = { width: 11, height: ART.length };

/**
 * The body of a Cursor rectangle (source: RFC 6143 7.8.1): pixels, then a bit mask. The hot spot is the first pixel.
 */
export function pointerShape(encoder: PixelEncoder, edge: number, inside: number): Buffer {
  const pixels = [...ART.join('')].map((char) => encoder.pixel(char === 'o' ? inside : edge));
  const mask = ART.flatMap((row) => {
    const bits = [...row].reduce((sum, char, x) => (char === '.' ? sum : sum | (0x8000 >> x)), 0);
    return [bits >> 8, bits & 255];
  });
  return Buffer.concat([...pixels, Buffer.from(mask)]);
}
