import type { Parser } from './reader';
import { PIXEL_FORMAT_BYTES, readPixelFormat, type PixelFormat } from './pixels';
import type { Rectangle } from './tracker';

/** The messages of a viewer after the handshake (source: RFC 6143 7.5). */
export type ClientMessage =
  | { kind: 'format'; format: PixelFormat }
  | { kind: 'encodings'; encodings: number[] }
  | { kind: 'request'; incremental: boolean; region: Rectangle }
  | { kind: 'key'; down: boolean; keysym: number }
  | { kind: 'pointer'; buttons: number; x: number; y: number }
  | { kind: 'cut' };

const MAX_ENCODINGS = 1024;
const MAX_CUT_BYTES = 1 << 20;
const SLICE = 1 << 14;

/** Reads one message. @throws Error for an invalid one */
export function* readMessage(): Generator<number, ClientMessage, Buffer> {
  const type = (yield 1).readUInt8(0);
  switch (type) {
    case 0: {
      const body = yield 3 + PIXEL_FORMAT_BYTES;
      return { kind: 'format', format: readPixelFormat(body.subarray(3)) };
    }
    case 2:
      return { kind: 'encodings', encodings: yield* readEncodings() };
    case 3: {
      const body = yield 9;
      const [x, y, width, height] = [1, 3, 5, 7].map((at) => body.readUInt16BE(at));
      const region = { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
      return { kind: 'request', incremental: body.readUInt8(0) !== 0, region };
    }
    case 4: {
      const body = yield 7;
      return { kind: 'key', down: body.readUInt8(0) !== 0, keysym: body.readUInt32BE(3) };
    }
    case 5: {
      const body = yield 5;
      return {
        kind: 'pointer',
        buttons: body.readUInt8(0),
        x: body.readUInt16BE(1),
        y: body.readUInt16BE(3),
      };
    }
    case 6:
      yield* skipCutText();
      return { kind: 'cut' };
    default:
      throw new Error(`unknown message type ${type}`);
  }
}

function* readEncodings(): Generator<number, number[], Buffer> {
  const count = (yield 3).readUInt16BE(1);
  if (count > MAX_ENCODINGS) throw new Error(`${count} encodings`);
  const body = count > 0 ? yield 4 * count : Buffer.alloc(0);
  return Array.from({ length: count }, (_, i) => body.readInt32BE(4 * i));
}

/** Skips clipboard text in small parts, since text consoles have no clipboard. */
function* skipCutText(): Parser {
  let left = (yield 7).readUInt32BE(3);
  if (left > MAX_CUT_BYTES) throw new Error(`cut text of ${left} bytes`);
  while (left > 0) left -= (yield Math.min(left, SLICE)).length;
}
