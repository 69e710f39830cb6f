import type { MachineSpec, Schedule } from '../engine';
import { COMMANDS } from './commands';
import type { CommandContext, Effect, Outcome } from './command';
import { homeOf } from './disk';
import { writable } from './file-commands';
import { FileError, resolve, type Files } from './files';
import type { Key } from './keys';
import { LineEditor } from './line-editor';
import type { TextTerminal } from './text-terminal';
import { fill, parse, SyntaxProblem, type Invocation } from './parse';

const MAX_HISTORY = 200;
const MAX_TYPED_AHEAD = 256;
/** Milliseconds between two pieces of an endless output. */
const ENDLESS_MS = 5;

export interface ShellOptions {
  terminal: TextTerminal;
  /** The name of the terminal, for example `tty1`. */
  tty: string;
  spec: MachineSpec;
  files: Files;
  /** The history, which is kept between logins. */
  history: string[];
  schedule: Schedule;
  now: () => number;
  bootedAt: number;
  onEffect: (effect: Exclude<Effect, 'clear'>) => void;
}

/** The shell of one login: the prompt, the commands in order, and the text typed while they run. */
export class Shell {
  private readonly home: string;
  private readonly user: string;
  private cwd: string;
  private editor: LineEditor | null = null;
  private queue: Invocation[] = [];
  private failed = false;
  private typedAhead: Key[] = [];
  private cancelTimer: (() => void) | null = null;
  private closed = false;

  constructor(private readonly options: ShellOptions) {
    this.user = options.spec.username;
    this.home = homeOf(this.user);
    this.cwd = options.files.isDirectory(this.home) ? this.home : '/';
    this.prompt();
  }

  close(): void {
    this.closed = true;
    this.cancelTimer?.();
  }

  press(key: Key): void {
    if (this.closed) return;
    if (!this.editor) {
      if (key.kind === 'control' && key.letter === 'c') this.interrupt();
      else if (this.typedAhead.length < MAX_TYPED_AHEAD) this.typedAhead.push(key);
      return;
    }
    const event = this.editor.press(key);
    switch (event?.kind) {
      case 'line':
        return this.runLine(event.line);
      case 'interrupt':
        this.failed = true;
        return this.prompt();
      case 'end-of-input':
        return this.options.onEffect('logout');
      case 'clear':
        this.options.terminal.clear();
        this.writePrompt();
        return this.editor.redrawHere();
      case 'complete':
        return this.complete(this.editor);
    }
  }

  private runLine(line: string): void {
    this.editor = null;
    const { history, terminal } = this.options;
    if (line.trim() !== '' && history.at(-1) !== line) history.push(line);
    if (history.length > MAX_HISTORY) history.shift();
    try {
      this.queue = parse(line);
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error;
      this.queue = [];
      this.failed = true;
      terminal.write(`${error.message}\n`);
    }
    this.runNext();
  }

  private runNext(): void {
    while (!this.closed) {
      const next = this.queue.shift();
      if (!next) return this.prompt();
      if (next.onSuccess && this.failed) continue;
      const variables = this.variables();
      const outcome = this.run(next.words.map((word) => fill(word, variables)));
      this.failed = outcome.error !== undefined;
      if (outcome.cwd !== undefined) this.cwd = outcome.cwd;
      this.print(outcome, next);
      if (outcome.effect === 'clear') this.options.terminal.clear();
      else if (outcome.effect) return this.options.onEffect(outcome.effect);
      if (outcome.later) return this.printLater([...outcome.later]);
      if (outcome.endless) return this.printEndlessly(outcome.endless);
    }
  }

  private run([name = '', ...args]: readonly string[]): Outcome {
    const command = COMMANDS.get(name);
    return command
      ? command.run(args, this.context())
      : { error: `${name}: command not found (try: help)\n` };
  }

  private print(outcome: Outcome, { redirect }: Invocation): void {
    const { terminal, files } = this.options;
    if (outcome.error) terminal.write(outcome.error);
    if (!redirect) {
      if (outcome.out) terminal.write(terminal.tail(outcome.out));
      return;
    }
    const path = fill(redirect.path, this.variables());
    try {
      // Files get no colours.
      const plain = (outcome.out ?? '').replaceAll(/\u001b\[[0-9;]*m/g, '');
      files.write(writable(path, this.context()), plain, redirect.append);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.failed = true;
      terminal.write(`${path}: ${error.message}\n`);
    }
  }

  private printLater(steps: { afterMs: number; text: string }[]): void {
    const step = steps.shift();
    if (!step) return this.runNext();
    const show = () => {
      this.cancelTimer = null;
      if (this.closed) return;
      this.options.terminal.write(step.text);
      this.printLater(steps);
    };
    if (step.afterMs === 0) show();
    else this.cancelTimer = this.options.schedule(show, step.afterMs);
  }

  /** Prints a text again and again until it is interrupted, as fast as the terminal takes it. */
  private printEndlessly(text: string): void {
    const { terminal, schedule } = this.options;
    if (terminal.ready()) terminal.write(terminal.tail(text));
    this.cancelTimer = schedule(() => this.printEndlessly(text), ENDLESS_MS);
  }

  private interrupt(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
    this.queue = [];
    this.typedAhead = [];
    this.failed = true;
    this.options.terminal.write('^C\n');
    this.prompt();
  }

  private prompt(): void {
    if (this.options.terminal.column > 0) this.options.terminal.write('\n');
    this.writePrompt();
    this.editor = new LineEditor(this.options.terminal, this.options.history, true);
    while (this.editor && !this.closed) {
      const key = this.typedAhead.shift();
      if (!key) return;
      this.press(key);
    }
  }

  private writePrompt(): void {
    const { terminal, spec } = this.options;
    const place =
      this.cwd === this.home || this.cwd.startsWith(`${this.home}/`)
        ? `~${this.cwd.slice(this.home.length)}`
        : this.cwd;
    const sign = this.user === 'root' ? '#' : '$';
    terminal.write(
      `\u001b[92m${this.user}@${spec.hostname}\u001b[0m:\u001b[94m${place}\u001b[0m${sign} `,
    );
  }

  /** Completes the first word to a command, any other to a file. */
  private complete(editor: LineEditor): void {
    const before = editor.before;
    const word = /\S*$/.exec(before)?.[0] ?? '';
    const first = /^(sudo )?\S*$/.test(before);
    const slash = word.lastIndexOf('/') + 1;
    const candidates = first
      ? [...COMMANDS.keys()].map((name) => `${name} `)
      : this.entries(word.slice(0, slash));
    const start = first ? word : word.slice(slash);
    const fitting = candidates.filter((name) => name.startsWith(start));
    const common = fitting.reduce((a, b) => shared(a, b), fitting[0] ?? '');
    if (common.length > start.length) editor.insert(common.slice(start.length));
    else if (fitting.length > 1) this.offer(fitting, editor);
  }

  private entries(directory: string): string[] {
    const node = this.options.files.lookup(resolve(directory || '.', this.cwd, this.home));
    if (node?.kind !== 'directory') return [];
    return [...node.entries]
      .map(([name, entry]) => `${name}${entry.kind === 'directory' ? '/' : ' '}`)
      .sort();
  }

  private offer(names: readonly string[], editor: LineEditor): void {
    this.options.terminal.write(`\n${names.map((name) => name.trim()).join('  ')}\n`);
    this.writePrompt();
    editor.redrawHere();
  }

  private variables(): ReadonlyMap<string, string> {
    return new Map([
      ['HOME', this.home],
      ['USER', this.user],
      ['HOSTNAME', this.options.spec.hostname],
      ['PWD', this.cwd],
      ['?', this.failed ? '1' : '0'],
    ]);
  }

  private context(): CommandContext {
    const { spec, terminal, tty, files, history, now, bootedAt } = this.options;
    const time = now();
    return {
      spec,
      tty,
      size: terminal.size,
      files,
      user: this.user,
      home: this.home,
      cwd: this.cwd,
      root: false,
      history,
      commands: COMMANDS,
      now: time,
      uptime: Math.max(0, time - bootedAt),
    };
  }
}

function shared(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
