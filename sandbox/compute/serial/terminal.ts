import type { Place, TextTerminal } from '../guest/text-terminal';
import type { SerialPort } from './port';

/** Escape sequences, which take no place: CSI, OSC, and the short ones. */
const ESCAPES =
  /\u001b(?:\[[0-9:;<=>?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[ -/]*[0-Z\\^-~])/g;

/**
 * Writes text to a serial line. The line has no screen, so this class counts where the cursor of a viewer's terminal
 * stands, and moves it with escape sequences.
 */
export class SerialTerminal implements TextTerminal {
  column = 0;
  private line = 0;
  private held: string[] | null = null;

  constructor(private readonly port: SerialPort) {}

  get size(): { rows: number; columns: number } {
    return this.port.size;
  }

  write(text: string): void {
    for (const char of text.replaceAll(ESCAPES, '')) this.count(char);
    this.send(text.replaceAll('\n', '\r\n'));
  }

  clear(): void {
    this.column = 0;
    this.send('\u001b[H\u001b[2J');
  }

  position(): Place {
    this.wrap();
    return { column: this.column, line: this.line };
  }

  moveTo(place: Place, characters = 0): void {
    const { columns } = this.size;
    const column = place.column + characters;
    const line = place.line + Math.floor(column / columns);
    // A line feed also goes down where the terminal's last row is reached.
    const down = line - this.line;
    const vertical = down < 0 ? `\u001b[${-down}A` : '\n'.repeat(down);
    const rest = column % columns;
    this.send(`\r${vertical}${rest > 0 ? `\u001b[${rest}C` : ''}`);
    this.line = line;
    this.column = rest;
  }

  quietly(work: () => void): void {
    this.held = [];
    work();
    const text = this.held.join('');
    this.held = null;
    this.send(text);
  }

  clearBelow(): void {
    this.wrap();
    this.send('\u001b[J');
  }

  tail(text: string): string {
    return text;
  }

  ready(): boolean {
    return this.port.ready();
  }

  private count(char: string): void {
    const { columns } = this.size;
    if (char === '\n') {
      this.line++;
      this.column = 0;
    } else if (char === '\r') this.column = 0;
    else if (char === '\t')
      this.column = Math.min((Math.floor(this.column / 8) + 1) * 8, columns - 1);
    else if (char >= ' ' && char !== '\u007f') {
      if (this.column >= columns) {
        this.line++;
        this.column = 0;
      }
      this.column++;
    }
  }

  /** A terminal wraps only at the next character after a full line; this makes it wrap now. */
  private wrap(): void {
    if (this.column < this.size.columns) return;
    this.line++;
    this.column = 0;
    this.send(' \r');
  }

  private send(text: string): void {
    if (this.held) this.held.push(text);
    else this.port.write(text);
  }
}
