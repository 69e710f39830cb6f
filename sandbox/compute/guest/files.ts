/** A directory or a text file. `modified` is milliseconds since 1970. */
export type FileNode =
  | { kind: 'directory'; entries: Map<string, FileNode>; modified: number }
  | { kind: 'file'; content: string; modified: number };

type Directory = Extract<FileNode, { kind: 'directory' }>;

/** An error whose message a command prints after its name and the path. */
export class FileError extends Error {}

const MAX_NODES = 2_000;
const MAX_CHARACTERS = 100_000;
const MAX_NAME = 255;

/** The files of a machine, in memory. Paths are absolute; `resolve` makes them so. */
export class Files {
  private readonly root: Directory;

  constructor(private readonly now: () => number) {
    this.root = this.directory();
  }

  lookup(path: string): FileNode | null {
    let node: FileNode = this.root;
    for (const name of parts(path)) {
      const next: FileNode | undefined =
        node.kind === 'directory' ? node.entries.get(name) : undefined;
      if (!next) return null;
      node = next;
    }
    return node;
  }

  isDirectory(path: string): boolean {
    return this.lookup(path)?.kind === 'directory';
  }

  read(path: string): string {
    const node = this.lookup(path);
    if (!node) throw new FileError('No such file or directory');
    if (node.kind === 'directory') throw new FileError('Is a directory');
    return node.content;
  }

  write(path: string, content: string, append = false): void {
    const { parent, name } = this.parent(path);
    const old = parent.entries.get(name);
    if (old?.kind === 'directory' || name === '') throw new FileError('Is a directory');
    const text = append && old ? old.content + content : content;
    const growth = text.length - (old?.content.length ?? 0);
    const used = this.used();
    if (
      growth > 0 &&
      (used.characters + growth > MAX_CHARACTERS || (!old && used.nodes >= MAX_NODES))
    ) {
      throw new FileError('No space left on device');
    }
    parent.entries.set(name, { kind: 'file', content: text, modified: this.now() });
  }

  touch(path: string): void {
    const node = this.lookup(path);
    if (node) node.modified = this.now();
    else {
      if (this.used().nodes >= MAX_NODES) throw new FileError('No space left on device');
      this.write(path, '');
    }
  }

  /** Makes a directory. @param parents whether to make missing parents as well and to accept an existing directory */
  makeDirectory(path: string, parents = false): void {
    if (parents) {
      const names = parts(path);
      names.forEach((_, i) => {
        const prefix = `/${names.slice(0, i + 1).join('/')}`;
        if (!this.isDirectory(prefix)) this.makeDirectory(prefix);
      });
      return;
    }
    const { parent, name } = this.parent(path);
    if (name === '' || parent.entries.has(name)) throw new FileError('File exists');
    if (this.used().nodes >= MAX_NODES) throw new FileError('No space left on device');
    parent.entries.set(name, this.directory());
  }

  remove(path: string, recursive = false): void {
    const { parent, name } = this.parent(path);
    const node = parent.entries.get(name);
    if (!node)
      throw new FileError(
        name === '' ? 'Refusing to remove the root directory' : 'No such file or directory',
      );
    if (node.kind === 'directory' && !recursive) throw new FileError('Is a directory');
    parent.entries.delete(name);
  }

  private parent(path: string): { parent: Directory; name: string } {
    const names = parts(path);
    const name = names.pop() ?? '';
    if (name.length > MAX_NAME) throw new FileError('File name too long');
    const parent = this.lookup(`/${names.join('/')}`);
    if (!parent) throw new FileError('No such file or directory');
    if (parent.kind !== 'directory') throw new FileError('Not a directory');
    return { parent, name };
  }

  private directory(): Directory {
    return { kind: 'directory', entries: new Map(), modified: this.now() };
  }

  private used(): { nodes: number; characters: number } {
    const total = { nodes: 0, characters: 0 };
    const visit = (node: FileNode): void => {
      total.nodes++;
      if (node.kind === 'file') total.characters += node.content.length;
      else node.entries.forEach(visit);
    };
    visit(this.root);
    return total;
  }
}

/** Makes a path absolute, without `.`, `..`, `~` or doubled slashes. */
export function resolve(path: string, cwd: string, home: string): string {
  const from = path === '~' || path.startsWith('~/') ? home + path.slice(1) : path;
  const names: string[] = [];
  for (const name of parts(from.startsWith('/') ? from : `${cwd}/${from}`)) {
    if (name === '..') names.pop();
    else if (name !== '.') names.push(name);
  }
  return `/${names.join('/')}`;
}

function parts(path: string): string[] {
  return path.split('/').filter((name) => name !== '');
}
