/** Contents by their ids in the index: each is made of pieces, and several may share a piece's file. */
import { Readable } from 'node:stream';
import type { Store } from '../../db';
import { StoreRefusal } from '../store';
import { isFull, type ContentFiles, type Written } from './files';

/** A piece of a content: the first `size` bytes of a file. */
export type Piece = Pick<Written, 'file' | 'size'>;

/** The contents of one store. */
export class Contents {
  /** The files of contents that the open transaction has dropped. */
  #dropped: string[] = [];
  #closed = false;

  constructor(
    private readonly store: Store,
    readonly files: ContentFiles,
  ) {}

  /** Runs a change of the index as a whole. Files that nothing needs any more are removed once it is kept. */
  change<Result>(work: () => Result): Result {
    this.#dropped = [];
    const result = this.#transaction(work);
    this.#removeUnneeded(this.#dropped);
    return result;
  }

  #transaction<Result>(work: () => Result): Result {
    try {
      return this.store.transaction(work);
    } catch (error) {
      throw isFull(error) ? new StoreRefusal('InsufficientStorage') : error;
    }
  }

  /** Keeps a content of pieces, within a change. @returns its id */
  keep(pieces: readonly Piece[]): number {
    const content = this.store.insert('contents', { id: null });
    for (const [number, { file, size }] of pieces.entries())
      this.store.insert('pieces', { content, number, file, size });
    return content;
  }

  piecesOf(content: number): Piece[] {
    return this.store.all<Piece>(
      'select file, size from pieces where content = ? order by number',
      content,
    );
  }

  /** Forgets a content, within a change. */
  drop(content: number | null): void {
    if (content === null) return;
    for (const { file } of this.piecesOf(content)) this.#dropped.push(file);
    this.store.run('delete from pieces where content = ?', content);
    this.store.run('delete from contents where id = ?', content);
  }

  /** Reads a content, also while it is dropped. @param range the first and the last byte */
  read(content: number, range?: { start: number; end: number }): Readable {
    const pieces = this.piecesOf(content);
    const release = this.files.hold(pieces.map(({ file }) => file));
    const stream = Readable.from(this.#bytes(pieces, range), { objectMode: false });
    stream.once('close', () => this.#removeUnneeded(release()));
    return stream;
  }

  async *#bytes(
    pieces: readonly Piece[],
    { start, end } = { start: 0, end: Infinity },
  ): AsyncIterable<Buffer> {
    let before = 0;
    for (const { file, size } of pieces) {
      const first = Math.max(start - before, 0);
      const last = Math.min(end - before, size - 1);
      if (first <= last) yield* this.files.read(file, { start: first, end: last });
      before += size;
    }
  }

  /** Whether a content is made of the file. */
  needs(file: string): boolean {
    return this.store.get('select 1 from pieces where file = ? limit 1', file) !== undefined;
  }

  #removeUnneeded(files: readonly string[]): void {
    if (this.#closed) return;
    for (const file of files) if (!this.needs(file)) this.files.remove(file);
  }

  close(): void {
    this.#closed = true;
  }
}
