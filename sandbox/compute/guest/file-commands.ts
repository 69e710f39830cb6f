import { lines, type Command, type CommandContext, type Outcome } from './command';
import { FileError, resolve, type FileNode } from './files';

const BLUE = '\u001b[94m';
const PLAIN = '\u001b[0m';
const SCREEN_WIDTH = 100;

function split(args: readonly string[]): { flags: string; paths: string[] } {
  const flags = args.filter((arg) => /^-[a-zA-Z]/.test(arg));
  return { flags: flags.join(''), paths: args.filter((arg) => !flags.includes(arg)) };
}

/** Runs `work` for each path and collects outputs and errors. */
function each(name: string, paths: readonly string[], work: (path: string) => string): Outcome {
  const out: string[] = [];
  const errors: string[] = [];
  for (const path of paths) {
    try {
      out.push(work(path));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      errors.push(`${name}: ${path}: ${error.message}\n`);
    }
  }
  return { out: out.join(''), error: errors.join('') || undefined };
}

/** The absolute path of a file that this user may change. @throws FileError otherwise */
export function writable(path: string, context: CommandContext): string {
  const full = resolve(path, context.cwd, context.home);
  const free = [context.home, '/tmp'].some((top) => full.startsWith(`${top}/`));
  if (!free && !context.root && context.user !== 'root') throw new FileError('Permission denied');
  return full;
}

function changing(
  name: string,
  act: (path: string, flags: string, context: CommandContext) => void,
): Command['run'] {
  return (args, context) => {
    const { flags, paths } = split(args);
    if (paths.length === 0) return { error: `${name}: a path is missing\n` };
    return each(name, paths, (path) => {
      act(writable(path, context), flags, context);
      return '';
    });
  };
}

function list(args: readonly string[], context: CommandContext): Outcome {
  const { flags, paths } = split(args);
  const targets = paths.length > 0 ? paths : ['.'];
  return each('ls', targets, (path) => {
    const node = context.files.lookup(resolve(path, context.cwd, context.home));
    if (!node) throw new FileError('No such file or directory');
    const named: [string, FileNode][] =
      node.kind === 'file'
        ? [[path, node]]
        : [...node.entries].sort(([a], [b]) => (a < b ? -1 : 1));
    const shown = named.filter(
      ([name]) => flags.includes('a') || node.kind === 'file' || !name.startsWith('.'),
    );
    const title = targets.length > 1 && node.kind === 'directory' ? `${path}:\n` : '';
    return title + (flags.includes('l') ? longList(shown, context.user) : columns(shown));
  });
}

function paint(name: string, node: FileNode): string {
  return node.kind === 'directory' ? `${BLUE}${name}${PLAIN}` : name;
}

function columns(entries: readonly [string, FileNode][]): string {
  const width = Math.max(...entries.map(([name]) => name.length), 0) + 2;
  const across = Math.max(1, Math.floor(SCREEN_WIDTH / width));
  let out = '';
  for (let i = 0; i < entries.length; i += across) {
    const row = entries.slice(i, i + across);
    out += `${row
      .map(([name, node]) => paint(name, node) + ' '.repeat(width - name.length))
      .join('')
      .trimEnd()}\n`;
  }
  return out;
}

function longList(entries: readonly [string, FileNode][], user: string): string {
  return entries
    .map(([name, node]) => {
      const mode = node.kind === 'directory' ? 'drwxr-xr-x' : '-rw-r--r--';
      const size = node.kind === 'directory' ? 4096 : Buffer.byteLength(node.content);
      const date = new Date(node.modified).toISOString().slice(0, 16).replace('T', ' ');
      return `${mode} ${user} ${String(size).padStart(8)} ${date} ${paint(name, node)}\n`;
    })
    .join('');
}

function changeDirectory(args: readonly string[], context: CommandContext): Outcome {
  const target = args[0] ?? '~';
  const full = resolve(target, context.cwd, context.home);
  const node = context.files.lookup(full);
  if (!node) return { error: `cd: ${target}: No such file or directory\n` };
  if (node.kind === 'file') return { error: `cd: ${target}: Not a directory\n` };
  return { cwd: full };
}

export const FILE_COMMANDS: Record<string, Command> = {
  cat: {
    summary: 'show files',
    run: (args, context) =>
      args.length === 0
        ? { error: 'cat: a path is missing\n' }
        : each('cat', args, (path) => context.files.read(resolve(path, context.cwd, context.home))),
  },
  cd: { summary: 'go to a directory', run: changeDirectory },
  ls: { summary: 'list a directory (-a, -l)', run: list },
  mkdir: {
    summary: 'make directories (-p)',
    run: changing('mkdir', (path, flags, { files }) =>
      files.makeDirectory(path, flags.includes('p')),
    ),
  },
  pwd: { summary: 'say where you are', run: (_, { cwd }) => lines(cwd) },
  rm: {
    summary: 'remove files (-r, -f)',
    run: changing('rm', (path, flags, { files }) => {
      if (flags.includes('f') && !files.lookup(path)) return;
      files.remove(path, /r/i.test(flags));
    }),
  },
  touch: {
    summary: 'make empty files',
    run: changing('touch', (path, _, { files }) => files.touch(path)),
  },
};
