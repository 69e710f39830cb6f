import { lines, type Command, type Outcome, type CommandContext } from './command';
import { FILE_COMMANDS } from './file-commands';
import { SYSTEM_COMMANDS } from './system-commands';

function help({ commands }: CommandContext): Outcome {
  const names = [...commands.keys()];
  const half = Math.ceil(names.length / 2);
  const entry = (name: string | undefined) =>
    name === undefined ? '' : `  ${name.padEnd(10)}${commands.get(name)?.summary ?? ''}`;
  return lines(
    'Commands:',
    ...names
      .slice(0, half)
      .map((name, i) => (entry(name).padEnd(48) + entry(names[half + i])).trimEnd()),
    'Also: > and >> into files, ; and &&, Tab, arrow keys, Ctrl-C, Ctrl-L, Ctrl-D.',
  );
}

function sudo(args: readonly string[], context: CommandContext): Outcome {
  const [name, ...rest] = args;
  if (name === undefined) return { error: 'usage: sudo command\n' };
  const command = context.commands.get(name);
  if (!command) return { error: `sudo: ${name}: command not found\n` };
  const outcome = command.run(rest, { ...context, root: true });
  return name === 'cd' ? {} : outcome;
}

/** Bytes that an endless output prints at once. */
const ENDLESS_PIECE = 16 * 1024;

function yes(args: readonly string[]): Outcome {
  const line = `${args.length > 0 ? args.join(' ') : 'y'}\n`;
  return { endless: line.repeat(Math.ceil(ENDLESS_PIECE / line.length)) };
}

const ESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t', a: '\u0007', e: '\u001b' };

/** Prints a text with its escapes, `\\e` and `\\033` among them, as scripts write to terminals. */
function printf([text]: readonly string[]): Outcome {
  if (text === undefined) return { error: 'usage: printf text\n' };
  const out = text.replaceAll(/\\(?:([0-7]{1,3})|(.))/g, (_, octal?: string, char = '') =>
    octal === undefined ? (ESCAPED[char] ?? char) : String.fromCharCode(parseInt(octal, 8)),
  );
  return { out };
}

function stty([what]: readonly string[], { size }: CommandContext): Outcome {
  return what === 'size' ? lines(`${size.rows} ${size.columns}`) : { error: 'usage: stty size\n' };
}

const MOST_NUMBERS = 100_000;
function seq([last]: readonly string[]): Outcome {
  const count = Number(last);
  if (!Number.isInteger(count) || count < 1 || count > MOST_NUMBERS)
    return { error: 'usage: seq number\n' };
  return lines(...Array.from({ length: count }, (_, index) => String(index + 1)));
}

const SHELL_COMMANDS: Record<string, Command> = {
  clear: { summary: 'clear the screen', run: () => ({ effect: 'clear' }) },
  echo: { summary: 'say something', run: (args) => lines(args.join(' ')) },
  exit: { summary: 'log out', run: () => ({ effect: 'logout' }) },
  help: { summary: 'this list', run: (_, context) => help(context) },
  history: {
    summary: 'what you typed before',
    run: (_, { history }) =>
      lines(...history.map((line, i) => `${String(i + 1).padStart(5)}  ${line}`)),
  },
  printf: { summary: 'say something with escapes', run: printf },
  seq: { summary: 'count to a number', run: seq },
  stty: { summary: 'size of the terminal (stty size)', run: stty },
  tty: { summary: 'name of the terminal', run: (_, { tty }) => lines(`/dev/${tty}`) },
  yes: { summary: 'the same line until Ctrl-C', run: yes },
  logout: { summary: 'log out', run: () => ({ effect: 'logout' }) },
  poweroff: { summary: 'switch the machine off', run: () => ({ effect: 'poweroff' }) },
  reboot: { summary: 'start the machine again', run: () => ({ effect: 'reboot' }) },
  shutdown: {
    summary: 'switch off (-r: start again)',
    run: (args) => ({ effect: args.includes('-r') ? 'reboot' : 'poweroff' }),
  },
  sudo: { summary: 'run a command as root', run: sudo },
  whoami: {
    summary: 'your user name',
    run: (_, { user, root }) => lines(root ? 'root' : user),
  },
};

/** All commands of the shell by name. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ ...FILE_COMMANDS, ...SYSTEM_COMMANDS, ...SHELL_COMMANDS }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  ),
);
