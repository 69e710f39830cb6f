import type { Place, TextTerminal } from '../guest/text-terminal';
import { BLACK, GREY, type Screen } from './screen';

const TAB = 8;
const SGR = /^\u001b\[([0-9;]*)m/;

/**
 * Writes text to a screen like a simple terminal: line feed, carriage return, tab, wrapping, scrolling and the
 * colours of SGR sequences (`ESC [ 32 m`). It ignores other control characters.
 */
export class Terminal implements TextTerminal {
  column = 0;
  row = 0;
  /** The number of lines that have scrolled off the top. */
  scrolled = 0;
  private foreground = GREY;
  private background = BLACK;
  private quiet = false;

  constructor(readonly screen: Screen) {}

  write(text: string): void {
    for (let i = 0; i < text.length;) {
      const sgr = text.charCodeAt(i) === 0x1b ? SGR.exec(text.slice(i, i + 24)) : null;
      if (sgr) {
        this.style(sgr[1] ?? '');
        i += sgr[0].length;
        continue;
      }
      const char = String.fromCodePoint(text.codePointAt(i) ?? 0x20);
      this.type(char);
      i += char.length;
    }
    this.showCursor();
  }

  /** Clears the screen and goes to its first cell. */
  clear(): void {
    this.screen.clear();
    this.column = 0;
    this.row = 0;
    this.foreground = GREY;
    this.background = BLACK;
    this.showCursor();
  }

  get size(): { rows: number; columns: number } {
    const { rows, columns } = this.screen;
    return { rows, columns };
  }

  /** A position that stays correct when the screen scrolls. */
  position(): Place {
    return { column: this.column, line: this.row + this.scrolled };
  }

  moveTo(position: Place, characters = 0): void {
    const column = position.column + characters;
    const row = position.line - this.scrolled + Math.floor(column / this.screen.columns);
    this.row = Math.max(0, Math.min(row, this.screen.rows - 1));
    this.column = column % this.screen.columns;
    this.showCursor();
  }

  quietly(work: () => void): void {
    this.quiet = true;
    work();
    this.quiet = false;
    this.showCursor();
  }

  clearBelow(): void {
    this.screen.clear(this.column, this.row);
  }

  /** Nobody can scroll back, so lines that would leave the screen at once are not drawn. */
  tail(text: string): string {
    const { rows, columns } = this.screen;
    return text
      .split('\n')
      .slice(-rows - 1)
      .join('\n')
      .slice(-2 * rows * columns);
  }

  /** A screen takes everything. */
  ready(): boolean {
    return true;
  }

  private type(char: string): void {
    if (char === '\n') {
      this.column = 0;
      this.lineFeed();
    } else if (char === '\r') {
      this.column = 0;
    } else if (char === '\t') {
      const stop = Math.min((Math.floor(this.column / TAB) + 1) * TAB, this.screen.columns);
      while (this.column < stop) this.type(' ');
    } else if (char >= ' ' && char !== '\u007f') {
      this.screen.put(this.column, this.row, char, this.foreground, this.background);
      this.column++;
      // Wrap now and not at the next character, so that positions can simply be added.
      if (this.column >= this.screen.columns) {
        this.column = 0;
        this.lineFeed();
      }
    }
  }

  private lineFeed(): void {
    if (this.row < this.screen.rows - 1) {
      this.row++;
      return;
    }
    this.screen.setCursor(0, 0, false);
    this.screen.scroll();
    this.scrolled++;
  }

  private style(codes: string): void {
    for (const code of codes.split(';').map(Number)) {
      if (code === 0) {
        this.foreground = GREY;
        this.background = BLACK;
      } else if (code === 1) this.foreground |= 8;
      else if (code === 7) [this.foreground, this.background] = [this.background, this.foreground];
      else if (code >= 30 && code <= 37) this.foreground = (this.foreground & 8) | (code - 30);
      else if (code >= 40 && code <= 47) this.background = code - 40;
      else if (code >= 90 && code <= 97) this.foreground = code - 82;
    }
  }

  private showCursor(): void {
    if (!this.quiet) this.screen.setCursor(this.column, this.row, true);
  }
}
