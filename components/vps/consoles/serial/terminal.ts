/**
 * The terminal of a serial console: xterm with its add-ons. It lives as long as the page, over all connections, so what
 * it has shown stays to be read. It is loaded when the page has opened, and holds what it shows in memory alone, since
 * passwords may stand in it.
 */
import { FitAddon } from '@xterm/addon-fit';
import { SearchAddon } from '@xterm/addon-search';
import { WebLinksAddon } from '@xterm/addon-web-links';
import { Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { guardAnswers, isFocusReport } from './answers';
import { OutputDecoder } from './decoder';
import { styleSpansByModel, withNonce } from './style-policy';
import { minimumContrast, onThemeChange, searchColours, terminalTheme } from './theme';

/** Lines that can be scrolled back to. */
const SCROLLBACK = 10_000;

/** How a person likes the terminal. */
export interface TerminalLook {
  /** CSS pixels. */
  fontSize: number;
  /** Whether the output is also written for screen readers. */
  reader: boolean;
}

/** What the terminal asks and tells. */
export interface TerminalEvents {
  /** The person has typed, or the terminal answers the guest. */
  input(text: string): void;
  size(columns: number, rows: number): void;
  /** The person wants to open a link of the output. */
  link(address: string): void;
  selection(any: boolean): void;
  found(results: { index: number; count: number }): void;
  /** Keys that are for the page: copy, search. */
  shortcut(name: 'copy' | 'search'): void;
  /** Whether the terminal may answer the guest by itself now. */
  answersAllowed(): boolean;
}

/** Keys of the row for phones. */
export type NamedKey =
  'Esc' | 'Tab' | 'Up' | 'Down' | 'Left' | 'Right' | 'Home' | 'End' | 'PageUp' | 'PageDown';

const sequences: Record<NamedKey, string> = {
  Esc: '\u001b',
  Tab: '\t',
  Up: 'A',
  Down: 'B',
  Right: 'C',
  Left: 'D',
  Home: 'H',
  End: 'F',
  PageUp: '\u001b[5~',
  PageDown: '\u001b[6~',
};

export class SerialTerminal {
  private readonly terminal: Terminal;
  private readonly fitting = new FitAddon();
  private readonly search = new SearchAddon();
  private readonly ends: (() => void)[] = [];
  private readonly decoder = new OutputDecoder();

  constructor(
    element: HTMLElement,
    look: TerminalLook,
    label: string,
    private readonly events: TerminalEvents,
  ) {
    const open = (_: MouseEvent, address: string) => events.link(address);
    this.terminal = new Terminal({
      allowProposedApi: true, // the marks of found text
      cursorBlink: false,
      fontFamily: getComputedStyle(element).fontFamily,
      fontSize: look.fontSize,
      linkHandler: { activate: open },
      minimumContrastRatio: minimumContrast,
      screenReaderMode: look.reader,
      scrollback: SCROLLBACK,
      theme: terminalTheme(),
    });
    const { terminal } = this;
    terminal.loadAddon(this.fitting);
    terminal.loadAddon(this.search);
    terminal.loadAddon(new WebLinksAddon(open));
    guardAnswers(terminal, events.answersAllowed);
    terminal.attachCustomKeyEventHandler((event) => this.onKey(event));
    terminal.onData((data) => {
      if (!isFocusReport(data) || events.answersAllowed()) events.input(data);
    });
    terminal.onBinary((data) => events.input(data));
    terminal.onResize(({ cols, rows }) => events.size(cols, rows));
    terminal.onSelectionChange(() => events.selection(terminal.hasSelection()));
    this.search.onDidChangeResults(({ resultIndex, resultCount }) =>
      events.found({ index: resultIndex, count: resultCount }),
    );
    styleSpansByModel();
    withNonce(() => terminal.open(element));
    terminal.textarea?.setAttribute('aria-label', label);
    this.ends.push(onThemeChange(() => (terminal.options.theme = terminalTheme())));
    const observer = new ResizeObserver(() => this.fit());
    observer.observe(element);
    this.ends.push(() => observer.disconnect());
    this.fit();
  }

  write(bytes: Uint8Array, shown: () => void): void {
    this.terminal.write(this.decoder.decode(bytes), shown);
  }

  /** Writes a line of ours between two connections. What was left of a character is given up. */
  note(text: string): void {
    this.decoder.reset();
    const { cursorX } = this.terminal.buffer.active;
    this.terminal.write(`${cursorX > 0 ? '\r\n' : ''}\u001b[7m ${text} \u001b[0m\r\n`);
  }

  get size(): { columns: number; rows: number } {
    return { columns: this.terminal.cols, rows: this.terminal.rows };
  }

  look({ fontSize, reader }: TerminalLook): void {
    this.terminal.options.fontSize = fontSize;
    this.terminal.options.screenReaderMode = reader;
    this.fit();
  }

  focus(): void {
    this.terminal.focus();
  }

  /** Presses a key in the way that the guest has asked for. */
  press(key: NamedKey): void {
    const one = sequences[key];
    const lead = this.terminal.modes.applicationCursorKeysMode ? '\u001bO' : '\u001b[';
    this.terminal.input(/^[A-H]$/.test(one) ? lead + one : one);
  }

  type(text: string): void {
    this.terminal.input(text);
  }

  paste(text: string): void {
    this.terminal.paste(text);
  }

  get selection(): string {
    return this.terminal.getSelection();
  }

  /** Everything that can be scrolled to. Lines that were wrapped are one again. */
  text(): string {
    const { normal } = this.terminal.buffer;
    const lines: string[] = [];
    for (let row = 0; row < normal.length; row++) {
      const line = normal.getLine(row);
      if (!line) continue;
      const wrapsOn = normal.getLine(row + 1)?.isWrapped ?? false;
      const text = line.translateToString(!wrapsOn);
      if (line.isWrapped && lines.length > 0) lines.push((lines.pop() ?? '') + text);
      else lines.push(text);
    }
    return `${lines.join('\n').trimEnd()}\n`;
  }

  /** Goes to the next or the previous place where a text stands. Without a text the marks go. */
  find(text: string, direction: 'next' | 'previous' | 'first'): void {
    if (text === '') {
      this.search.clearDecorations();
      this.terminal.clearSelection();
      this.events.found({ index: -1, count: 0 });
      return;
    }
    const options = { decorations: searchColours(), incremental: direction === 'first' };
    if (direction === 'next') this.search.findNext(text, options);
    else this.search.findPrevious(text, options);
  }

  /** Ends what a guest has set: colours, modes, a second screen. What was shown stays. */
  reset(): void {
    this.terminal.write(
      '\u001b[?1049l\u001b[!p\u001b[?1000l\u001b[?1002l\u001b[?1003l\u001b[?1004l\u001b[?2004l\u001b[0m\u001b(B',
    );
  }

  clear(): void {
    this.terminal.clear();
  }

  dispose(): void {
    for (const end of this.ends) end();
    this.terminal.dispose();
  }

  private fit(): void {
    this.fitting.fit();
  }

  /** Whether xterm handles a key. */
  private onKey(event: KeyboardEvent): boolean {
    if (event.type !== 'keydown' || !event.ctrlKey || !event.shiftKey || event.altKey) return true;
    const name = { KeyC: 'copy', KeyF: 'search' }[event.code] as 'copy' | 'search' | undefined;
    // Ctrl+Shift+V is the browser's own: it pastes.
    if (event.code === 'KeyV') return false;
    if (!name) return true;
    event.preventDefault();
    this.events.shortcut(name);
    return false;
  }
}
