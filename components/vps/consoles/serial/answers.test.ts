import { Terminal } from '@xterm/xterm';
import { describe, expect, it } from 'vitest';
import { guardAnswers, isFocusReport } from './answers';

/** A terminal that is drawn nowhere, and what it sends by itself. */
function made(allowed: () => boolean) {
  const terminal = new Terminal({ allowProposedApi: true, rows: 10, cols: 40 });
  const sent: string[] = [];
  terminal.onData((data) => sent.push(data));
  guardAnswers(terminal, allowed);
  const write = (text: string) => new Promise<void>((shown) => terminal.write(text, shown));
  const lines = () =>
    Array.from({ length: 3 }, (_, row) =>
      terminal.buffer.active.getLine(row)?.translateToString(true),
    );
  return { terminal, sent, write, lines };
}

const ESC = '\u001b';
const questions = [
  `${ESC}[c`,
  `${ESC}[0c`,
  `${ESC}[>c`,
  `${ESC}[=c`,
  `${ESC}[5n`,
  `${ESC}[6n`,
  `${ESC}[?6n`,
  `${ESC}[20$p`,
  `${ESC}[?2004$p`,
  `${ESC}P$qm${ESC}\\`,
  `${ESC}P+q544e${ESC}\\`,
  `${ESC}]4;1;?${ESC}\\`,
  `${ESC}]10;?${ESC}\\`,
  `${ESC}]11;?\u0007`,
  `${ESC}]12;?\u0007`,
  `${ESC}]52;c;?\u0007`,
  `${ESC}[14t${ESC}[18t${ESC}[21t`,
  `${ESC}[>q`,
  `${ESC}[?u`,
  `${ESC}Z`,
  '\u0005',
];

describe('the answers of a terminal', () => {
  it('are given to nobody while old output is shown, however often', async () => {
    const { sent, write, lines } = made(() => false);
    for (let time = 0; time < 3; time++)
      await write(`${ESC}[2J${ESC}[Hlogin: ${questions.join('')}`);
    expect(sent).toEqual([]);
    expect(lines()[0]).toBe('login: ');
  });

  it('are given when somebody is there', async () => {
    const { sent, write } = made(() => true);
    await write(`ab${ESC}[6n${ESC}[c${ESC}[?2004$p`);
    expect(sent).toEqual([`${ESC}[1;3R`, `${ESC}[?1;2c`, `${ESC}[?2004;2$y`]);
  });

  it('never hold the clipboard', async () => {
    const { sent, write } = made(() => true);
    await write(`${ESC}]52;c;?\u0007${ESC}]52;c;cm0gLXJm\u0007`);
    expect(sent).toEqual([]);
  });

  it('leave colours to be set', async () => {
    const { write, lines } = made(() => false);
    await write(`${ESC}]10;#ff0000\u0007${ESC}[31mred`);
    expect(lines()[0]).toBe('red');
  });
});

it('knows what a terminal says of its focus', () => {
  expect([isFocusReport(`${ESC}[I`), isFocusReport(`${ESC}[O`), isFocusReport('I')]).toEqual([
    true,
    true,
    false,
  ]);
});
