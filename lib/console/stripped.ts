/**
 * Takes the frames of WebSocket (RFC 6455, section 5) off what a machine sends, in the buffer in which it was read. A
 * console is a stream of bytes, so where its messages begin and end means nothing: noVNC and the terminal read it as
 * what TCP would bring. So a message of any length passes without being gathered, and many small ones leave as one.
 */

/** The frames of the machine break the protocol: the connection can't be read any further. */
export class BrokenFrames extends Error {}

/** Most bytes of a control frame's content, and of a frame's header from a server. */
const CONTROL = 125;
const HEADER = 10;
const CLOSE_OPCODE = 8;

/** Reads the frames of one connection, which may be cut anywhere between two reads. */
export class FrameStripper {
  private readonly header = Buffer.alloc(HEADER);
  private have = 0;
  /** Bytes of the present frame's content that are still to come. */
  private left = 0;
  /** The control frame that is being read, header included; null in the content of other frames. */
  private control: Buffer[] | null = null;
  private closed = false;

  /**
   * Moves the content of the data frames in `buffer` together, to where `from` is. What follows a close frame is left
   * out.
   * @param from where the bytes that were read begin
   * @param to where they end
   * @param onControl gets each whole control frame (ping, pong, close) as a copy, header included
   * @returns where the content ends
   * @throws BrokenFrames for frames that a server may not send: masked, compressed, of an unknown kind
   */
  strip(buffer: Buffer, from: number, to: number, onControl: (frame: Buffer) => void): number {
    let at = from;
    let end = from;
    while (at < to && !this.closed) {
      if (this.left === 0) {
        at = this.readHeader(buffer, at, to);
        if (this.left === 0 && this.control && this.have === 0) this.endControl(onControl);
        continue;
      }
      const count = Math.min(this.left, to - at);
      if (this.control) this.control.push(Buffer.from(buffer.subarray(at, at + count)));
      else {
        if (end !== at) buffer.copyWithin(end, at, at + count);
        end += count;
      }
      at += count;
      this.left -= count;
      if (this.left === 0 && this.control) this.endControl(onControl);
    }
    return end;
  }

  private endControl(onControl: (frame: Buffer) => void): void {
    const frame = Buffer.concat(this.control ?? []);
    this.control = null;
    this.closed = ((frame[0] ?? 0) & 0x0f) === CLOSE_OPCODE;
    onControl(frame);
  }

  /** Reads a header as far as it is there. @returns where it, or what is there of it, ends */
  private readHeader(buffer: Buffer, from: number, to: number): number {
    let at = from;
    while (at < to) {
      this.header[this.have] = buffer[at] ?? 0;
      this.have += 1;
      at += 1;
      if (this.have < 2) continue;
      const short = this.header[1] ?? 0;
      const size = short === 127 ? 10 : short === 126 ? 4 : 2;
      if (this.have < size) continue;
      this.begin(short);
      break;
    }
    return at;
  }

  /** Begins the frame of a whole header. @param short its second byte: the mask's bit, and the length or its size */
  private begin(short: number): void {
    const first = this.header[0] ?? 0;
    const opcode = first & 0x0f;
    if ((first & 0x70) !== 0 || short > 127) throw new BrokenFrames('masked or compressed');
    const control = opcode >= CLOSE_OPCODE;
    if (control ? opcode > 10 || first < 0x80 || short > CONTROL : opcode > 2)
      throw new BrokenFrames('unknown kind');
    const length =
      short === 127
        ? Number(this.header.readBigUInt64BE(2))
        : short === 126
          ? this.header.readUInt16BE(2)
          : short;
    if (!Number.isSafeInteger(length)) throw new BrokenFrames('too long');
    this.left = length;
    this.control = control ? [Buffer.from(this.header.subarray(0, this.have))] : null;
    this.have = 0;
  }
}

/** Bytes that `writeHeader` needs before the content. */
export const HEADROOM = 10;

/**
 * Writes the header of a whole, unmasked binary frame before its content.
 * @param from where the content begins; at least HEADROOM bytes are free before it
 * @param to where it ends
 * @returns where the header begins
 */
export function writeHeader(buffer: Buffer, from: number, to: number): number {
  const length = to - from;
  const [short, size] = length < 126 ? [length, 2] : length < 65_536 ? [126, 4] : [127, 10];
  const start = from - size;
  buffer[start] = 0x82;
  buffer[start + 1] = short;
  if (short === 126) buffer.writeUInt16BE(length, start + 2);
  if (short === 127) buffer.writeBigUInt64BE(BigInt(length), start + 2);
  return start;
}
