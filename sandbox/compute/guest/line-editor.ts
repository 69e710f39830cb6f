import type { Key } from './keys';
import type { Place, TextTerminal } from './text-terminal';

const MAX_LENGTH = 1000;

/** The event of a key that ends the line or requests something. */
export type LineEvent =
  | { kind: 'line'; line: string }
  | { kind: 'interrupt' }
  | { kind: 'end-of-input' }
  | { kind: 'clear' }
  | { kind: 'complete' };

/** Edits one line of input at the terminal's cursor, with the usual keys of a shell. */
export class LineEditor {
  private text: string[] = [];
  private cursor = 0;
  private start: Place;
  /** The position in the history; its length stands for the line being typed. */
  private place: number;
  private draft = '';

  constructor(
    private readonly terminal: TextTerminal,
    private readonly history: readonly string[],
    private readonly echo: boolean,
  ) {
    this.start = terminal.position();
    this.place = history.length;
  }

  get line(): string {
    return this.text.join('');
  }

  /** The text left of the cursor. */
  get before(): string {
    return this.text.slice(0, this.cursor).join('');
  }

  /** Draws the line again at the terminal's cursor, for example after the screen was cleared. */
  redrawHere(): void {
    this.start = this.terminal.position();
    this.redraw();
  }

  insert(text: string): void {
    const characters = [...text].slice(0, MAX_LENGTH - this.text.length);
    this.text.splice(this.cursor, 0, ...characters);
    this.cursor += characters.length;
    this.redraw();
  }

  press(key: Key): LineEvent | null {
    if (key.kind === 'text') this.insert(key.text);
    else if (key.kind === 'control') return this.control(key.letter);
    else if (key.kind === 'named') return this.named(key.name);
    return null;
  }

  private named(name: Extract<Key, { kind: 'named' }>['name']): LineEvent | null {
    switch (name) {
      case 'enter':
        return this.finish({ kind: 'line', line: this.line });
      case 'tab':
        return { kind: 'complete' };
      case 'backspace':
        this.remove(this.cursor - 1);
        return null;
      case 'delete':
        this.remove(this.cursor);
        return null;
      case 'left':
        return this.moveTo(this.cursor - 1);
      case 'right':
        return this.moveTo(this.cursor + 1);
      case 'home':
        return this.moveTo(0);
      case 'end':
        return this.moveTo(this.text.length);
      case 'up':
        return this.recall(this.place - 1);
      case 'down':
        return this.recall(this.place + 1);
    }
  }

  private control(letter: string): LineEvent | null {
    switch (letter) {
      case 'a':
        return this.moveTo(0);
      case 'e':
        return this.moveTo(this.text.length);
      case 'u':
        this.text.splice(0, this.cursor);
        return this.moveTo(0);
      case 'k':
        this.text.splice(this.cursor);
        return this.moveTo(this.cursor);
      case 'w': {
        const kept = this.before.replace(/\S+\s*$/, '');
        this.text.splice([...kept].length, this.cursor - [...kept].length);
        return this.moveTo([...kept].length);
      }
      case 'h':
        this.remove(this.cursor - 1);
        return null;
      case 'j':
      case 'm':
        return this.finish({ kind: 'line', line: this.line });
      case 'c':
        return this.finish({ kind: 'interrupt' }, '^C');
      case 'l':
        return { kind: 'clear' };
      case 'd':
        if (this.text.length === 0) return this.finish({ kind: 'end-of-input' });
        this.remove(this.cursor);
        return null;
      default:
        return null;
    }
  }

  private finish(event: LineEvent, mark = ''): LineEvent {
    this.moveTo(this.text.length);
    this.terminal.write(`${mark}\n`);
    return event;
  }

  private remove(at: number): void {
    if (at < 0 || at >= this.text.length) return;
    this.text.splice(at, 1);
    this.moveTo(at);
  }

  private moveTo(cursor: number): null {
    this.cursor = Math.max(0, Math.min(cursor, this.text.length));
    this.redraw();
    return null;
  }

  private recall(place: number): null {
    if (place < 0 || place > this.history.length) return null;
    if (this.place === this.history.length) this.draft = this.line;
    this.place = place;
    this.text = [...(this.history[place] ?? this.draft)];
    return this.moveTo(this.text.length);
  }

  private redraw(): void {
    if (!this.echo) return;
    this.terminal.quietly(() => {
      this.terminal.moveTo(this.start);
      this.terminal.write(this.line);
      this.terminal.clearBelow();
      this.terminal.moveTo(this.start, this.cursor);
    });
  }
}
