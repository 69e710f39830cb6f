/**
 * A small typed wrapper of the sandbox's SQLite file. libsql is synchronous, so a handler that does not await runs
 * without interruption; `transaction` is for changes that must be complete even after a crash.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'libsql';
import { migrations } from './schema';

/** A value for a column; bytes come back as an ArrayBuffer. */
export type Value = string | number | boolean | Uint8Array | null | undefined;
/** Values by column. */
export type Fields = Record<string, Value>;

/** Converts booleans and undefined, since libsql aborts the process on them. */
function bindable(value: Value): string | number | Uint8Array | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'boolean' ? Number(value) : value;
}

/** The file of a store and its tables, one string of SQL per version. */
export interface StoreForm {
  file: string;
  migrations: readonly string[];
}
const sandboxForm: StoreForm = { file: 'sandbox.sqlite', migrations };

/** The folder of the data can't be used: its message names the folder and says what to do. */
export class DataError extends Error {
  override readonly name = 'DataError';

  constructor(directory: string, error: unknown) {
    super(`The sandbox's data in ${resolve(directory)} ${whatToDo(error)}.`, { cause: error });
  }
}

const anew = 'delete the folder to start anew';
const elsewhere = 'set SANDBOX_DATA to another folder';
class NewerData extends Error {}
class DamagedData extends Error {}

function whatToDo(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof NewerData)
    return `comes from a newer version of Nusa: update this checkout, ${anew}, or ${elsewhere}`;
  if (error instanceof DamagedData || /^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(code))
    return `is damaged: ${anew}, or ${elsewhere}`;
  if (code.startsWith('SQLITE_BUSY'))
    return `is in use by another sandbox: stop that one, or ${elsewhere}`;
  if (/^(EEXIST|ENOTDIR)$/.test(code))
    return `can't be kept there, since a file stands in the folder's place: delete it, or ${elsewhere}`;
  if (/^(ENOSPC|SQLITE_FULL)$/.test(code))
    return `can't be written, since the disk is full: make room, or ${elsewhere}`;
  const reason = /^E[A-Z]+$/.test(code) ? ` (${code})` : '';
  return `can't be read and written${reason}: give this user the right to, or ${elsewhere}`;
}

export class Store {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();

  /**
   * @param directory where the file stands, or `:memory:`.
   * @param form by default the tables of the sandbox, in `sandbox.sqlite`
   * @throws DataError when it can't be read and written, is damaged, newer, or another process has it
   */
  constructor(directory: string, form = sandboxForm) {
    const inMemory = directory === ':memory:';
    try {
      if (!inMemory) mkdirSync(directory, { recursive: true });
      this.#database = new Database(inMemory ? directory : join(directory, form.file));
      // Exclusive: two sandboxes over one file would each do the work that is due.
      this.#database.exec(
        'pragma locking_mode = exclusive; pragma journal_mode = wal; pragma foreign_keys = on;',
      );
      this.#migrate(form);
      this.#check();
    } catch (error) {
      throw new DataError(directory, error);
    }
  }

  /** A page that can't be read would end the sandbox later, in the middle of its work. */
  #check(): void {
    const row = this.get<{ quick_check: string }>('pragma quick_check(1)');
    if (row?.quick_check !== 'ok') throw new DamagedData(row?.quick_check);
  }

  #migrate({ migrations }: StoreForm): void {
    const version = this.get<{ user_version: number }>('pragma user_version')?.user_version ?? 0;
    if (version > migrations.length) throw new NewerData();
    for (const [index, sql] of migrations.entries()) {
      if (index < version) continue;
      this.transaction(() => this.#database.exec(`${sql}; pragma user_version = ${index + 1};`));
    }
  }

  // Its values are given as one list: a lone value that is an object would be taken for names and their values.
  #statement(sql: string): Database.Statement<unknown[]> {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#database.prepare(sql)));
    return statement;
  }

  /** Runs a statement. @returns the number of changed rows */
  run(sql: string, ...values: Value[]): number {
    return this.#statement(sql).run(values.map(bindable)).changes;
  }

  /** The first row, or undefined. The caller gives its type. */
  get<Row>(sql: string, ...values: Value[]): Row | undefined {
    const row = this.#statement(sql).get(values.map(bindable));
    if (typeof row !== 'object' || row === null) return undefined;
    const { _metadata: _, ...fields } = row as Record<string, unknown>; // libsql adds its own timing here
    return fields as Row;
  }

  all<Row>(sql: string, ...values: Value[]): Row[] {
    return this.#statement(sql).all(values.map(bindable)) as Row[];
  }

  /** Inserts a row and returns its row id. Table and column names must never come from input. */
  insert(table: string, fields: Fields): number {
    const names = Object.keys(fields);
    const marks = names.map(() => '?').join(', ');
    const result = this.#statement(
      `insert into ${table} (${names.join(', ')}) values (${marks})`,
    ).run(Object.values(fields).map(bindable));
    return Number(result.lastInsertRowid);
  }

  update(table: string, key: Fields, fields: Fields): number {
    const names = Object.keys(fields);
    const keys = Object.keys(key);
    const sql = `update ${table} set ${names.map((name) => `${name} = ?`).join(', ')} where ${keys.map((name) => `${name} = ?`).join(' and ')}`;
    return this.run(sql, ...Object.values(fields), ...Object.values(key));
  }

  /** Runs `work` in a transaction; an inner transaction is a part of the outer one. */
  transaction<Result>(work: () => Result): Result {
    if (this.#database.inTransaction) return work();
    return this.#database.transaction(work)();
  }

  close(): void {
    this.#statements.clear();
    // libsql leaves a file open until its statements are collected, and its lock with it: given back here.
    this.#database.exec(
      'pragma journal_mode = delete; pragma locking_mode = normal; select 1 from sqlite_master;',
    );
    this.#database.close();
  }
}
