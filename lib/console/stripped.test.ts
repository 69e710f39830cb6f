import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as ws from 'ws';
import { FrameStripper, HEADROOM, writeHeader } from './stripped';

// The types of `ws` leave it out.
const { Sender } = ws as unknown as {
  Sender: { frame(content: Buffer, options: object): Buffer[] };
};

/** A frame as a server sends it, by `ws` itself. */
function frame(opcode: number, content: Buffer, fin = true): Buffer {
  const options = { opcode, fin, mask: false, rsv1: false, readOnly: true };
  const framed = Sender.frame(content, options);
  return Buffer.concat(framed);
}

/** Strips bytes that come in reads of `size` bytes. */
function strip(bytes: Buffer, size: number): { content: Buffer; control: Buffer[] } {
  const stripper = new FrameStripper();
  const content: Buffer[] = [];
  const control: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    const buffer = Buffer.concat([Buffer.alloc(HEADROOM), part]);
    const end = stripper.strip(buffer, HEADROOM, buffer.length, (whole) => control.push(whole));
    content.push(Buffer.from(buffer.subarray(HEADROOM, end)));
  }
  return { content: Buffer.concat(content), control };
}

describe('FrameStripper', () => {
  const pieces = [0, 1, 125, 126, 65_535, 65_536, 70_000].map((length) => randomBytes(length));
  const ping = frame(9, Buffer.from('still there?'));
  const close = frame(8, Buffer.from([3, 232]));
  const [first = Buffer.alloc(0), ...rest] = pieces;
  const sent = Buffer.concat([
    frame(2, first, false),
    ping,
    ...rest.map((piece, index) => frame(0, piece, index === rest.length - 1)),
    frame(1, Buffer.from('text')),
    frame(10, Buffer.alloc(0)),
    close,
    frame(2, Buffer.from('after the end')),
  ]);

  it.each([1, 2, 3, 7, 4096, 64 * 1024, sent.length])(
    'takes all frames off, wherever reads of %i bytes cut them',
    (size) => {
      const { content, control } = strip(sent, size);
      expect(content.equals(Buffer.concat([...pieces, Buffer.from('text')]))).toBe(true);
      expect(control).toEqual([ping, frame(10, Buffer.alloc(0)), close]);
    },
  );

  it.each([
    ['a masked frame', [0x82, 0x81, 0, 0, 0, 0, 0x41]],
    ['a compressed frame', [0xc2, 0x01, 0x41]],
    ['an unknown kind', [0x83, 0x01, 0x41]],
    ['an unknown kind of control frame', [0x8b, 0x00]],
    ['a ping in parts', [0x09, 0x01, 0x41]],
    ['a ping that is too long', [0x89, 0x7e, 0, 126]],
    ['a length that no number holds', [0x82, 0x7f, 0xff, 0, 0, 0, 0, 0, 0, 0]],
  ])('refuses %s', (_, bytes) => {
    expect(() => strip(Buffer.from(bytes), 64)).toThrow();
  });
});

describe('writeHeader', () => {
  it.each([1, 125, 126, 65_535, 65_536])('writes the header of %i bytes as `ws` does', (length) => {
    const content = randomBytes(length);
    const buffer = Buffer.concat([Buffer.alloc(HEADROOM), content]);
    const start = writeHeader(buffer, HEADROOM, buffer.length);
    expect(buffer.subarray(start).equals(frame(2, content))).toBe(true);
  });
});
