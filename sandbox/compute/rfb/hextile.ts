import type { PixelEncoder } from './pixels';

const TILE = 16;
const RAW = 1;
const BACKGROUND = 2;
const FOREGROUND = 4;
const SUBRECTS = 8;
const COLOURED = 16;

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Run extends Area {
  colour: number;
}

/**
 * Encodes a rectangle in Hextile (source: RFC 6143 7.7.4): tiles of 16 x 16 pixels, each a background and a few
 * rectangles.
 */
export function hextile(
  encoder: PixelEncoder,
  pixels: Uint8Array,
  stride: number,
  area: Area,
): Buffer {
  const parts: Buffer[] = [];
  for (let y = area.y; y < area.y + area.height; y += TILE) {
    for (let x = area.x; x < area.x + area.width; x += TILE) {
      const width = Math.min(TILE, area.x + area.width - x);
      const height = Math.min(TILE, area.y + area.height - y);
      parts.push(tile(encoder, pixels, stride, { x, y, width, height }));
    }
  }
  return Buffer.concat(parts);
}

function tile(encoder: PixelEncoder, pixels: Uint8Array, stride: number, area: Area): Buffer {
  const colours = byFrequency(pixels, stride, area);
  const background = colours[0] ?? 0;
  const head = (mask: number, ...rest: Buffer[]) => Buffer.concat([Buffer.from([mask]), ...rest]);
  if (colours.length <= 1) return head(BACKGROUND, encoder.pixel(background));

  const runs = runsOver(background, pixels, stride, area);
  const coloured = colours.length > 2;
  const size = runs.length * (2 + (coloured ? encoder.bytesPerPixel : 0));
  if (runs.length > 255 || size >= area.width * area.height * encoder.bytesPerPixel) {
    return head(RAW, encoder.raw(pixels, stride, area.x, area.y, area.width, area.height));
  }
  const body: Buffer[] = [Buffer.from([runs.length])];
  for (const run of runs) {
    if (coloured) body.push(encoder.pixel(run.colour));
    body.push(Buffer.from([(run.x << 4) | run.y, ((run.width - 1) << 4) | (run.height - 1)]));
  }
  const ground = encoder.pixel(background);
  return coloured
    ? head(BACKGROUND | SUBRECTS | COLOURED, ground, ...body)
    : head(BACKGROUND | FOREGROUND | SUBRECTS, ground, encoder.pixel(colours[1] ?? 0), ...body);
}

function byFrequency(pixels: Uint8Array, stride: number, area: Area): number[] {
  const counts = new Map<number, number>();
  for (let y = area.y; y < area.y + area.height; y++) {
    for (let i = y * stride + area.x, end = i + area.width; i < end; i++) {
      const colour = pixels[i] ?? 0;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
}

/**
 * Horizontal runs of other colours than the background, joined with an equal run directly above. Coordinates are
 * within the tile.
 */
function runsOver(background: number, pixels: Uint8Array, stride: number, area: Area): Run[] {
  const runs: Run[] = [];
  let above = new Map<number, Run>();
  for (let y = 0; y < area.height; y++) {
    const current = new Map<number, Run>();
    const start = (area.y + y) * stride + area.x;
    for (let x = 0; x < area.width;) {
      const colour = pixels[start + x] ?? 0;
      let end = x + 1;
      while (end < area.width && pixels[start + end] === colour) end++;
      if (colour !== background) {
        const upper = above.get(x);
        const joins = upper?.colour === colour && upper.width === end - x;
        const run = joins ? upper : { x, y, width: end - x, height: 0, colour };
        run.height++;
        if (!joins) runs.push(run);
        current.set(x, run);
      }
      x = end;
    }
    above = current;
  }
  return runs;
}
