/** RFB's PIXEL_FORMAT (source: RFC 6143 7.4). */
export interface PixelFormat {
  bitsPerPixel: 8 | 16 | 32;
  depth: number;
  bigEndian: boolean;
  trueColour: boolean;
  max: readonly [red: number, green: number, blue: number];
  shift: readonly [red: number, green: number, blue: number];
}

/** The format that the server proposes: 32 bits, little endian, 0x00RRGGBB. */
export const NATURAL_FORMAT: PixelFormat = {
  bitsPerPixel: 32,
  depth: 24,
  bigEndian: false,
  trueColour: true,
  max: [255, 255, 255],
  shift: [16, 8, 0],
};

export const PIXEL_FORMAT_BYTES = 16;

export function writePixelFormat(format: PixelFormat): Buffer {
  const bytes = Buffer.alloc(PIXEL_FORMAT_BYTES);
  bytes.set([
    format.bitsPerPixel,
    format.depth,
    Number(format.bigEndian),
    Number(format.trueColour),
  ]);
  format.max.forEach((max, i) => bytes.writeUInt16BE(max, 4 + 2 * i));
  bytes.set(format.shift, 10);
  return bytes;
}

/** Reads a PIXEL_FORMAT. @throws Error for an impossible format */
export function readPixelFormat(bytes: Buffer): PixelFormat {
  const bits = bytes.readUInt8(0);
  if (bits !== 8 && bits !== 16 && bits !== 32) throw new Error(`${bits} bits per pixel`);
  const format: PixelFormat = {
    bitsPerPixel: bits,
    depth: bytes.readUInt8(1),
    bigEndian: bytes.readUInt8(2) !== 0,
    trueColour: bytes.readUInt8(3) !== 0,
    max: [bytes.readUInt16BE(4), bytes.readUInt16BE(6), bytes.readUInt16BE(8)],
    shift: [bytes.readUInt8(10), bytes.readUInt8(11), bytes.readUInt8(12)],
  };
  if (!format.trueColour && bits !== 8) throw new Error('a colour map needs 8 bits per pixel');
  const fits = format.max.every((max, i) => max * 2 ** (format.shift[i] ?? 0) < 2 ** bits);
  if (format.trueColour && !fits) throw new Error('colours beyond the pixel');
  return format;
}

/** Converts palette colours to bytes in a client's pixel format. */
export class PixelEncoder {
  readonly bytesPerPixel: number;
  private readonly encoded: readonly Buffer[];

  constructor(
    readonly format: PixelFormat,
    palette: readonly number[],
  ) {
    this.bytesPerPixel = format.bitsPerPixel / 8;
    this.encoded = palette.map((colour, index) =>
      encode(format.trueColour ? scale(colour, format) : index, format),
    );
  }

  /** The bytes of one pixel in a palette colour. */
  pixel(index: number): Buffer {
    return this.encoded[index] ?? Buffer.alloc(this.bytesPerPixel);
  }

  /** The bytes of a rectangle, row by row. `stride` is the width of `pixels` in pixels. */
  raw(
    pixels: Uint8Array,
    stride: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ): Buffer {
    const size = this.bytesPerPixel;
    const out = Buffer.allocUnsafe(width * height * size);
    let at = 0;
    for (let row = y; row < y + height; row++) {
      for (let i = row * stride + x, end = i + width; i < end; i++) {
        const pixel = this.pixel(pixels[i] ?? 0);
        for (let byte = 0; byte < size; byte++) out[at++] = pixel[byte] ?? 0;
      }
    }
    return out;
  }
}

/** A SetColourMapEntries message for the whole palette (source: RFC 6143 7.6.2). */
export function colourMap(palette: readonly number[]): Buffer {
  const bytes = Buffer.alloc(6 + 6 * palette.length);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt16BE(palette.length, 4);
  palette.forEach((colour, i) => {
    channels(colour).forEach((value, c) => bytes.writeUInt16BE(value * 257, 6 + 6 * i + 2 * c));
  });
  return bytes;
}

function channels(colour: number): [number, number, number] {
  return [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255];
}

function scale(colour: number, format: PixelFormat): number {
  return channels(colour).reduce(
    (sum, value, i) =>
      sum + Math.round((value * (format.max[i] ?? 0)) / 255) * 2 ** (format.shift[i] ?? 0),
    0,
  );
}

function encode(value: number, format: PixelFormat): Buffer {
  const bytes = Buffer.alloc(format.bitsPerPixel / 8);
  if (format.bigEndian) bytes.writeUIntBE(value, 0, bytes.length);
  else bytes.writeUIntLE(value, 0, bytes.length);
  return bytes;
}
