/**
 * The contents of objects, each a file that never changes once it has its name. A content is written under another
 * name first, and is on the disk before it gets its own, so that a file with a name is always whole. Which files are
 * still needed is the index's to say: the others are swept when the store starts.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreRefusal } from '../store';

/** A content that was written. */
export interface Written {
  file: string;
  /** Bytes. */
  size: number;
  /** The MD5 in hex. */
  md5: string;
}

/** Makes names and removals in a folder last, also when the power fails. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Whether the disk has no room, by the word of the system or of SQLite. */
export const isFull = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  /^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(String(error.code));

/** The folder of the contents. */
export class ContentFiles {
  readonly #unfinished: string;
  readonly #finished: string;
  /** How many readers each file has now. */
  readonly #readers = new Map<string, number>();

  /**
   * @param directory an existing folder
   * @param lasts whether a content must be on the disk before it counts as written
   */
  constructor(
    private readonly directory: string,
    private readonly lasts: boolean,
  ) {
    this.#unfinished = join(directory, 'unfinished');
    this.#finished = join(directory, 'contents');
    mkdirSync(this.#unfinished, { recursive: true });
    mkdirSync(this.#finished, { recursive: true });
  }

  /** Files stand in folders by the first letters of their names, since one folder of a million files is slow. */
  #path(file: string): string {
    return join(this.#finished, file.slice(0, 2), file);
  }

  /**
   * Writes a content. What `body` throws is thrown on, and nothing is left.
   * @throws StoreRefusal InsufficientStorage where the disk is full
   */
  async write(body: AsyncIterable<Uint8Array>): Promise<Written> {
    const file = randomUUID();
    const path = join(this.#unfinished, file);
    try {
      const written = await this.#fill(path, body);
      mkdirSync(join(this.#finished, file.slice(0, 2)), { recursive: true });
      renameSync(path, this.#path(file));
      if (this.lasts) {
        syncFolder(join(this.#finished, file.slice(0, 2)));
        syncFolder(this.#finished);
      }
      return { file, ...written };
    } catch (error) {
      rmSync(path, { force: true });
      throw isFull(error) ? new StoreRefusal('InsufficientStorage') : error;
    }
  }

  /** Writes a content that is there already, without waiting for the disk. */
  writeNow(content: Uint8Array): Written {
    const file = randomUUID();
    mkdirSync(join(this.#finished, file.slice(0, 2)), { recursive: true });
    writeFileSync(this.#path(file), content);
    return { file, size: content.byteLength, md5: createHash('md5').update(content).digest('hex') };
  }

  async #fill(path: string, body: AsyncIterable<Uint8Array>): Promise<Omit<Written, 'file'>> {
    const handle = await open(path, 'wx');
    try {
      const md5 = createHash('md5');
      let size = 0;
      for await (const chunk of body) {
        md5.update(chunk);
        size += chunk.byteLength;
        await handle.writeFile(chunk);
      }
      if (this.lasts) await handle.sync();
      return { size, md5: md5.digest('hex') };
    } finally {
      await handle.close();
    }
  }

  /** Reads a file from `start` to and with `end`. */
  read(file: string, range?: { start: number; end: number }): AsyncIterable<Buffer> {
    return createReadStream(this.#path(file), range);
  }

  /**
   * Keeps files for a reader, also when they are removed meanwhile.
   * @returns what gives them back: the files that nobody else reads
   */
  hold(files: readonly string[]): () => string[] {
    for (const file of files) this.#readers.set(file, (this.#readers.get(file) ?? 0) + 1);
    return () =>
      files.filter((file) => {
        const left = (this.#readers.get(file) ?? 1) - 1;
        if (left > 0) this.#readers.set(file, left);
        else this.#readers.delete(file);
        return left === 0;
      });
  }

  /** Removes a file, unless it is being read. */
  remove(file: string): void {
    if (!this.#readers.has(file)) rmSync(this.#path(file), { force: true });
  }

  /** Removes what a crash has left: unfinished files, and those that are not needed. */
  sweep(needed: (file: string) => boolean): void {
    for (const name of readdirSync(this.#unfinished)) rmSync(join(this.#unfinished, name));
    for (const folder of readdirSync(this.#finished)) {
      for (const file of readdirSync(join(this.#finished, folder))) {
        if (!needed(file)) rmSync(join(this.#finished, folder, file), { force: true });
      }
    }
  }

  /** Removes the whole folder. */
  removeAll(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
