import { CELL_HEIGHT, CELL_WIDTH, glyphOf } from './font';

/** The 16 colours as 0xRRGGBB, in the order of the SGR codes 30-37 and 90-97. */
export const PALETTE: readonly number[] = [
  0x0b0d10, 0xd0524a, 0x58b368, 0xd0a23e, 0x5b8def, 0xb46fd0, 0x46b3b8, 0xc9cdd3, 0x6b7280,
  0xf07a70, 0x7fdc8c, 0xf2c866, 0x8bb2ff, 0xd79bef, 0x74dbe0, 0xffffff,
];

export const BLACK = 0;
export const GREY = 7;

export interface ScreenMode {
  /** Pixels. */
  width: number;
  height: number;
}

/** The modes of the firmware (80 x 25 characters) and of a running system (100 x 37). */
export const FIRMWARE_MODE: ScreenMode = { width: 640, height: 400 };
export const SYSTEM_MODE: ScreenMode = { width: 800, height: 600 };

interface Cell {
  char: string;
  foreground: number;
  background: number;
}

/**
 * A framebuffer of palette indices with a grid of character cells. Every cell has the number of its last change, so
 * that any number of viewers can find the cells that are new to them.
 */
export class Screen {
  width = 0;
  height = 0;
  columns = 0;
  rows = 0;
  /** One palette index per pixel, row by row. */
  pixels = new Uint8Array(0);
  /** The number of each cell's last change. */
  versions = new Uint32Array(0);
  /** Changes with every `setMode`. */
  layout = 0;
  marginX = 0;
  marginY = 0;

  private version = 0;
  private cells: Cell[] = [];
  private cursor = { column: 0, row: 0, visible: false };
  private readonly listeners = new Set<() => void>();

  constructor(mode: ScreenMode = FIRMWARE_MODE) {
    this.setMode(mode);
  }

  /** Changes the size in pixels and clears the screen. */
  setMode(mode: ScreenMode): void {
    this.width = mode.width;
    this.height = mode.height;
    this.columns = Math.floor(mode.width / CELL_WIDTH);
    this.rows = Math.floor(mode.height / CELL_HEIGHT);
    this.marginX = (mode.width - this.columns * CELL_WIDTH) >> 1;
    this.marginY = (mode.height - this.rows * CELL_HEIGHT) >> 1;
    this.pixels = new Uint8Array(mode.width * mode.height);
    this.versions = new Uint32Array(this.columns * this.rows).fill(++this.version);
    this.cells = Array.from({ length: this.columns * this.rows }, blank);
    this.cursor = { column: 0, row: 0, visible: false };
    this.layout++;
    this.changed();
  }

  /** Calls the listener after every change; the returned function removes it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  put(column: number, row: number, char: string, foreground = GREY, background = BLACK): void {
    const index = row * this.columns + column;
    const cell = this.cells[index];
    if (!cell || column < 0 || column >= this.columns) return;
    if (cell.char === char && cell.foreground === foreground && cell.background === background)
      return;
    this.cells[index] = { char, foreground, background };
    this.redraw(index);
  }

  /** Clears some cells in a row. */
  clear(column = 0, row = 0, count = this.columns * this.rows): void {
    const first = row * this.columns + column;
    const end = Math.min(first + count, this.cells.length);
    for (let i = first; i < end; i++) this.put(i % this.columns, Math.floor(i / this.columns), ' ');
  }

  /** Moves everything one line up. */
  scroll(): void {
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0; column < this.columns; column++) {
        const below = this.cells[(row + 1) * this.columns + column] ?? blank();
        this.put(column, row, below.char, below.foreground, below.background);
      }
    }
  }

  setCursor(column: number, row: number, visible: boolean): void {
    const was = this.cursor;
    if (was.column === column && was.row === row && was.visible === visible) return;
    this.cursor = { column, row, visible };
    this.redraw(was.row * this.columns + was.column);
    this.redraw(row * this.columns + column);
  }

  /** The text on the screen, one line per row, without trailing blanks. */
  text(): string {
    const lines: string[] = [];
    for (let row = 0; row < this.rows; row++) {
      const cells = this.cells.slice(row * this.columns, (row + 1) * this.columns);
      lines.push(
        cells
          .map((cell) => cell.char)
          .join('')
          .trimEnd(),
      );
    }
    return lines.join('\n').trimEnd();
  }

  private redraw(index: number): void {
    const cell = this.cells[index];
    if (!cell) return;
    const column = index % this.columns;
    const row = (index - column) / this.columns;
    const glyph = glyphOf(cell.char);
    const cursor = this.cursor.visible && this.cursor.column === column && this.cursor.row === row;
    let at = (this.marginY + row * CELL_HEIGHT) * this.width + this.marginX + column * CELL_WIDTH;
    for (let y = 0; y < CELL_HEIGHT; y++) {
      const bits = cursor && y >= CELL_HEIGHT - 4 && y < CELL_HEIGHT - 2 ? 0xff : (glyph[y] ?? 0);
      for (let x = 0; x < CELL_WIDTH; x++) {
        this.pixels[at + x] = bits & (0x80 >> x) ? cell.foreground : cell.background;
      }
      at += this.width;
    }
    this.versions[index] = ++this.version;
    this.changed();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

function blank(): Cell {
  return { char: ' ', foreground: GREY, background: BLACK };
}
