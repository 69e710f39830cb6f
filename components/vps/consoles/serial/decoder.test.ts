import { Terminal } from '@xterm/xterm';
import { describe, expect, it } from 'vitest';
import { OutputDecoder } from './decoder';

/** What a terminal shows in its first line after these messages. */
async function firstLine(messages: readonly number[][]): Promise<string | undefined> {
  const terminal = new Terminal({ allowProposedApi: true, rows: 5, cols: 40 });
  const decoder = new OutputDecoder();
  for (const bytes of messages)
    await new Promise<void>((shown) =>
      terminal.write(decoder.decode(Uint8Array.from(bytes)), shown),
    );
  return terminal.buffer.active.getLine(0)?.translateToString(true);
}

describe('the output of a machine', () => {
  it('shows a character whose bytes come in two messages', async () => {
    expect(
      await firstLine([
        [0x41, 0xe2, 0x80],
        [0x94, 0x42],
      ]),
    ).toBe('A—B');
    expect(await firstLine([[0xf0], [0x9f], [0x98], [0x80, 0x2e]])).toBe('😀.');
  });
  it('loses nothing else where a byte is no UTF-8', async () => {
    expect(await firstLine([[0x41, 0xff, 0x42]])).toBe('A\ufffdB');
    expect(await firstLine([[0x41, 0xe2], [0x42]])).toBe('A\ufffdB');
  });
  it('gives up half a character when another connection begins', () => {
    const decoder = new OutputDecoder();
    expect(decoder.decode(Uint8Array.of(0x41, 0xe2))).toBe('A');
    decoder.reset();
    expect(decoder.decode(Uint8Array.of(0x42))).toBe('B');
  });
});
