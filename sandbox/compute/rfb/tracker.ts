import { CELL_HEIGHT, CELL_WIDTH } from '../screen/font';
import type { Screen } from '../screen/screen';

/** A rectangle in pixels. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Tracks which cells of a screen one viewer has not seen in their current state. */
export class Tracker {
  private seen = new Uint32Array(0);
  private layout = -1;

  constructor(private readonly screen: Screen) {}

  /** Returns the whole region and marks it as seen. */
  takeAll(region: Rectangle): Rectangle[] {
    this.follow();
    const all = clip(region, this.screen);
    if (!all) return [];
    const { marginX, marginY, columns, rows, versions } = this.screen;
    // Only cells that are completely inside.
    const left = Math.max(0, Math.ceil((all.x - marginX) / CELL_WIDTH));
    const right = Math.min(columns, Math.floor((all.x + all.width - marginX) / CELL_WIDTH));
    const top = Math.max(0, Math.ceil((all.y - marginY) / CELL_HEIGHT));
    const bottom = Math.min(rows, Math.floor((all.y + all.height - marginY) / CELL_HEIGHT));
    for (let row = top; row < bottom; row++) {
      for (let i = row * columns + left; i < row * columns + right; i++)
        this.seen[i] = versions[i] ?? 0;
    }
    return [all];
  }

  /** Returns the changed cells of the region and marks them as seen. */
  takeChanges(region: Rectangle): Rectangle[] {
    if (this.screen.layout !== this.layout) return this.takeAll(region);
    const wanted = clip(region, this.screen);
    if (!wanted) return [];
    const { marginX, marginY, columns, rows } = this.screen;
    const left = Math.max(0, Math.floor((wanted.x - marginX) / CELL_WIDTH));
    const right = Math.min(columns, Math.ceil((wanted.x + wanted.width - marginX) / CELL_WIDTH));
    const top = Math.max(0, Math.floor((wanted.y - marginY) / CELL_HEIGHT));
    const bottom = Math.min(rows, Math.ceil((wanted.y + wanted.height - marginY) / CELL_HEIGHT));
    const found: Rectangle[] = [];
    for (let row = top; row < bottom; row++) {
      const span = this.takeRow(row, left, right);
      if (!span) continue;
      const x = marginX + span.first * CELL_WIDTH;
      const y = marginY + row * CELL_HEIGHT;
      const width = (span.last - span.first + 1) * CELL_WIDTH;
      const last = found.at(-1);
      if (last && last.x === x && last.width === width && last.y + last.height === y) {
        last.height += CELL_HEIGHT;
      } else found.push({ x, y, width, height: CELL_HEIGHT });
    }
    return found;
  }

  private takeRow(
    row: number,
    left: number,
    right: number,
  ): { first: number; last: number } | null {
    const { columns, versions } = this.screen;
    let span: { first: number; last: number } | null = null;
    for (let column = left; column < right; column++) {
      const i = row * columns + column;
      const version = versions[i] ?? 0;
      if (this.seen[i] === version) continue;
      this.seen[i] = version;
      if (span) span.last = column;
      else span = { first: column, last: column };
    }
    return span;
  }

  private follow(): void {
    if (this.screen.layout === this.layout) return;
    this.layout = this.screen.layout;
    this.seen = new Uint32Array(this.screen.versions.length);
  }
}

/** The smallest rectangle that contains both. */
export function union(a: Rectangle | null, b: Rectangle): Rectangle {
  if (!a) return b;
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

function clip(region: Rectangle, size: { width: number; height: number }): Rectangle | null {
  const width = Math.min(region.x + region.width, size.width) - region.x;
  const height = Math.min(region.y + region.height, size.height) - region.y;
  return width > 0 && height > 0 ? { x: region.x, y: region.y, width, height } : null;
}
