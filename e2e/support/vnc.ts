import type { Page } from '@playwright/test';
import { CELL_HEIGHT, CELL_WIDTH, CHARACTERS, glyphOf } from '../../sandbox/compute/screen/font';

const byGlyph = new Map(CHARACTERS.map((char) => [[...glyphOf(char)].join(), char]));
/** The rows of a cell that the text cursor covers. */
const cursorRows = [CELL_HEIGHT - 4, CELL_HEIGHT - 3];

/** The character that a cell shows. In a cell with the cursor, the cursor's rows are ignored. */
function characterOf(rows: number[]): string {
  if (cursorRows.every((row) => rows[row] === 0xff)) {
    return rows.every((bits, row) => bits === 0 || cursorRows.includes(row)) ? ' ' : '?';
  }
  return byGlyph.get(rows.join()) ?? '?';
}

/** Every cell of the console's picture as rows of bits. A bit is 1 if its pixel differs from the background. */
async function cells(page: Page): Promise<number[][][]> {
  return page.evaluate(
    ([cellWidth, cellHeight]) => {
      const canvas = document.querySelector('canvas[role="application"]');
      const context = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : null;
      if (!context) return [];
      const { width, height } = context.canvas;
      if (width === 0 || height === 0) return [];
      const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
      const [columns, lines] = [Math.floor(width / cellWidth), Math.floor(height / cellHeight)];
      const [left, top] = [(width - columns * cellWidth) >> 1, (height - lines * cellHeight) >> 1];
      const cell = (column: number, line: number) => {
        const origin = (top + line * cellHeight) * width + left + column * cellWidth;
        const ground = pixels[origin + cellWidth - 1]; // no glyph reaches its last column in the first row
        return Array.from({ length: cellHeight }, (_, y) => {
          let bits = 0;
          for (let x = 0; x < cellWidth; x += 1) {
            if (pixels[origin + y * width + x] !== ground) bits |= 0x80 >> x;
          }
          return bits;
        });
      };
      return Array.from({ length: lines }, (_, line) =>
        Array.from({ length: columns }, (_unused, column) => cell(column, line)),
      );
    },
    [CELL_WIDTH, CELL_HEIGHT] as const,
  );
}

/** The text on the machine's screen, read from the pixels of the picture. Empty if there is no picture. */
export async function screenText(page: Page): Promise<string> {
  const lines = (await cells(page)).map((line) => line.map(characterOf).join('').trimEnd());
  return lines.join('\n').trimEnd();
}
