import { describe, expect, it } from 'vitest';
import { SerialOutput } from './output';

/** An output whose sink shows a piece only when the test says so. */
function made() {
  const written: string[] = [];
  const under: (() => void)[] = [];
  let changes = 0;
  const output = new SerialOutput({
    write(bytes, shown) {
      written.push(new TextDecoder().decode(bytes));
      under.push(shown);
    },
    changed: () => (changes += 1),
  });
  const show = () => under.shift()?.();
  const send = (text: string) => output.receive(new TextEncoder().encode(text));
  return { output, written, show, send, changes: () => changes };
}

describe('the output of a serial console', () => {
  it('gives the terminal one piece at a time, in order, and tells what is shown', () => {
    const { output, written, show, send } = made();
    const told: number[] = [];
    output.connect((taken) => told.push(taken));
    send('one');
    send('two');
    expect(written).toEqual(['one']);
    show();
    expect([written, told]).toEqual([['one', 'two'], [3]]);
    show();
    expect([told, output.waiting, output.come]).toEqual([[3, 6], 0, 6]);
  });

  it('cuts what is large, so that a pause takes effect soon', () => {
    const { output, written, show, send } = made();
    send('x'.repeat(100_000));
    output.pause();
    show();
    expect(written.map((text) => text.length)).toEqual([32_768]);
    expect(output.waiting).toBe(100_000 - 32_768);
    output.resume();
    for (let piece = 0; piece < 4; piece++) show();
    expect([written.join('').length, output.waiting]).toEqual([100_000, 0]);
  });

  it('keeps what waits over a new connection, whose count begins anew', () => {
    const { output, written, show, send } = made();
    const told: string[] = [];
    output.connect((taken) => told.push(`first ${taken}`));
    output.pause();
    send('old');
    output.disconnect();
    output.connect((taken) => told.push(`second ${taken}`));
    send('new!');
    output.resume();
    show();
    show();
    expect([written, told, output.come]).toEqual([['old', 'new!'], ['second 4'], 4]);
  });

  it('allows answers only to what came after the person typed, in each connection anew', () => {
    const { output, show, send } = made();
    output.connect(() => {});
    send('old output');
    output.typed();
    expect(output.answersAllowed).toBe(false);
    show();
    send('asked now');
    expect(output.answersAllowed).toBe(true);
    show();
    output.connect(() => {});
    send('old output again');
    expect(output.answersAllowed).toBe(false);
  });
});
