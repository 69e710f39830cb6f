/**
 * The serial console of a page: the terminal and its output over all connections, and the line that is open. React reads
 * its snapshot.
 */
import type { ConnectionEvents } from '../controller';
import type { SerialTicket } from '../ticket';
import { openLine, type Line } from './line';
import { SerialOutput } from './output';
import type { NamedKey, SerialTerminal, TerminalLook } from './terminal';
import { pasteable, runsByItself, withCtrl } from './text';

/** What React shows of it. */
export interface SerialSnapshot {
  terminal: SerialTerminal | null;
  paused: boolean;
  /** Bytes of output that have come and aren't shown. */
  waiting: number;
  /** Whether nothing has come yet. */
  silent: boolean;
  /** Whether text is selected. */
  selected: boolean;
  found: { index: number; count: number };
  /** Whether Ctrl is held for the next character. */
  ctrl: boolean;
  /** The link that the person wants to open. */
  link: string | null;
  /** The text of several lines that the person wants to paste. */
  paste: string | null;
}

/** What the session says in words, and asks of the page. */
export interface SerialWords {
  /** The name of the terminal for screen readers. */
  label: string;
  /** Stands between two connections when output was lost in between. @param bytes null when nobody knows how many */
  gap(bytes: number | null): string;
  /** @param selected the selected text */
  shortcut(name: 'copy' | 'search', selected: string): void;
}

const blank: SerialSnapshot = {
  terminal: null,
  paused: false,
  waiting: 0,
  silent: true,
  selected: false,
  found: { index: -1, count: 0 },
  ctrl: false,
  link: null,
  paste: null,
};

export class SerialSession {
  private snapshot = blank;
  private readonly listeners = new Set<() => void>();
  private terminal: Promise<SerialTerminal> | null = null;
  private line: Line | null = null;
  /** The position of the first byte of the present connection; null where the platform doesn't tell. */
  private start: number | null = null;
  private connections = 0;
  private disposed = false;
  private readonly output = new SerialOutput({
    write: (bytes, shown) => {
      if (this.snapshot.silent) this.set({ silent: false });
      this.snapshot.terminal?.write(bytes, shown);
    },
    changed: () => this.set({ paused: this.output.paused, waiting: this.output.waiting }),
  });

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly current = (): SerialSnapshot => this.snapshot;

  /** The position up to which the output has come; null if nothing is known. */
  get after(): number | null {
    return this.start === null ? null : this.start + this.output.come;
  }

  /** Opens a line, and before the first the terminal. */
  async open(
    element: HTMLElement,
    { ticket, position }: SerialTicket,
    look: TerminalLook,
    words: SerialWords,
    events: ConnectionEvents,
  ): Promise<Line> {
    this.disposed = false;
    const terminal = await (this.terminal ??= this.makeTerminal(element, look, words));
    this.tellGap(terminal, position, words);
    this.start = position;
    this.connections += 1;
    const line = openLine(ticket, this.output, {
      open: () => {
        line.size(terminal.size.columns, terminal.size.rows);
        events.open();
      },
      dropped: events.dropped,
    });
    this.line = line;
    return line;
  }

  readonly pause = (): void => this.output.pause();
  readonly resume = (): void => this.output.resume();
  readonly press = (key: NamedKey): void => this.snapshot.terminal?.press(key);
  readonly type = (text: string): void => this.snapshot.terminal?.type(text);
  readonly holdCtrl = (): void => this.set({ ctrl: !this.snapshot.ctrl });
  readonly closeLink = (): void => this.set({ link: null });
  readonly askPaste = (text: string): void => this.set({ paste: text });
  readonly cancelPaste = (): void => this.set({ paste: null });

  /** Pastes a text, or asks first where it holds line breaks. */
  readonly paste = (text: string): void => {
    if (runsByItself(text)) this.set({ paste: text });
    else this.pasteNow(text);
  };

  /** Pastes a text that the person has seen. */
  readonly pasteNow = (text: string): void => {
    this.set({ paste: null });
    this.snapshot.terminal?.paste(pasteable(text));
  };

  dispose(): void {
    this.disposed = true;
    this.snapshot.terminal?.dispose();
    this.terminal = null;
    this.set(blank);
  }

  private async makeTerminal(
    element: HTMLElement,
    look: TerminalLook,
    words: SerialWords,
  ): Promise<SerialTerminal> {
    try {
      const { SerialTerminal } = await import('./terminal');
      const terminal = new SerialTerminal(element, look, words.label, {
        input: (text) => this.input(text),
        size: (columns, rows) => this.line?.size(columns, rows),
        link: (address) => this.set({ link: address }),
        selection: (any) => this.set({ selected: any }),
        found: (found) => this.set({ found }),
        shortcut: (name) => words.shortcut(name, this.snapshot.terminal?.selection ?? ''),
        answersAllowed: () => this.output.answersAllowed,
      });
      if (this.disposed) terminal.dispose();
      else this.set({ terminal });
      return terminal;
    } catch (error) {
      this.terminal = null; // it can be asked for again
      throw error;
    }
  }

  private input(text: string): void {
    if (!this.line) return;
    this.output.typed();
    const { ctrl } = this.snapshot;
    if (ctrl) this.set({ ctrl: false });
    this.line.type(ctrl && text.length === 1 ? withCtrl(text) : text);
  }

  /** Says in the terminal what is missing between two connections. */
  private tellGap(terminal: SerialTerminal, position: number | null, words: SerialWords): void {
    if (this.connections === 0) return;
    const { after } = this;
    if (position === null || after === null) return terminal.note(words.gap(null));
    if (position > after) terminal.note(words.gap(position - after));
    else if (position < after) terminal.note(words.gap(null));
  }

  private set(change: Partial<SerialSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }
}
