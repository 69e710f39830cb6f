/** The frames that a client of termproxy sends (contract 4.4). */
export type Frame =
  | { kind: 'data'; bytes: Buffer }
  | { kind: 'size'; columns: number; rows: number }
  | { kind: 'ping' };

/** The bytes are no frames. */
export class FrameError extends Error {}

const MOST_DATA = 1024 * 1024;
/** Most bytes before the data of a frame. */
const LONGEST_HEAD = 24;

/** Reads frames from bytes that come in any pieces. */
export class FrameReader {
  private rest: Buffer = Buffer.alloc(0);

  /** The frames that are complete now. @throws FrameError */
  feed(chunk: Buffer): Frame[] {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const frames: Frame[] = [];
    for (;;) {
      const frame = this.next();
      if (!frame) return frames;
      frames.push(frame);
    }
  }

  private next(): Frame | null {
    if (this.rest.length === 0) return null;
    const head = this.rest.subarray(0, LONGEST_HEAD).toString('latin1');
    if (head.startsWith('2')) {
      this.rest = this.rest.subarray(1);
      return { kind: 'ping' };
    }
    const size = /^1:(\d{1,4}):(\d{1,4}):/.exec(head);
    if (size) {
      this.rest = this.rest.subarray(size[0].length);
      return {
        kind: 'size',
        columns: Math.max(1, Number(size[1])),
        rows: Math.max(1, Number(size[2])),
      };
    }
    const data = /^0:(\d{1,7}):/.exec(head);
    if (data) return this.data(data[0].length, Number(data[1]));
    if (/^[01](?::[\d:]*)?$/.test(head) && head.length < LONGEST_HEAD) return null;
    throw new FrameError('no frame of termproxy');
  }

  private data(from: number, length: number): Frame | null {
    if (length > MOST_DATA) throw new FrameError('too much data in one frame');
    if (this.rest.length < from + length) return null;
    const bytes = this.rest.subarray(from, from + length);
    this.rest = this.rest.subarray(from + length);
    return { kind: 'data', bytes };
  }
}
