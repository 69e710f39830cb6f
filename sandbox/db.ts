/**
 * A small typed wrapper of the sandbox's SQLite file. libsql is synchronous, so a handler that does not await runs
 * without interruption; `transaction` is for changes that must be complete even after a crash.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { migrations } from './schema';

/** A value for a column. */
export type Value = string | number | boolean | null | undefined;
/** Values by column. */
export type Fields = Record<string, Value>;

/** Converts booleans and undefined, since libsql aborts the process on them. */
function bindable(value: Value): string | number | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'boolean' ? Number(value) : value;
}

/** The database. */
export class Store {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();

  /** @param directory the directory of `sandbox.sqlite`, or `:memory:` */
  constructor(directory: string) {
    if (directory !== ':memory:') mkdirSync(directory, { recursive: true });
    this.#database = new Database(
      directory === ':memory:' ? directory : join(directory, 'sandbox.sqlite'),
    );
    this.#database.exec('pragma journal_mode = wal; pragma foreign_keys = on;');
    this.#migrate();
  }

  #migrate(): void {
    const row = this.get<{ user_version: number }>('pragma user_version');
    for (const [index, sql] of migrations.entries()) {
      if (index < (row?.user_version ?? 0)) continue;
      this.transaction(() => this.#database.exec(`${sql}; pragma user_version = ${index + 1};`));
    }
  }

  #statement(sql: string): Database.Statement<unknown[]> {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.#database.prepare(sql)));
    return statement;
  }

  /** Runs a statement. @returns the number of changed rows */
  run(sql: string, ...values: Value[]): number {
    return this.#statement(sql).run(...values.map(bindable)).changes;
  }

  /** The first row, or undefined. The caller gives its type. */
  get<Row>(sql: string, ...values: Value[]): Row | undefined {
    const row = this.#statement(sql).get(...values.map(bindable));
    if (typeof row !== 'object' || row === null) return undefined;
    const { _metadata: _, ...fields } = row as Record<string, unknown>; // libsql adds its own timing here
    return fields as Row;
  }

  all<Row>(sql: string, ...values: Value[]): Row[] {
    return this.#statement(sql).all(...values.map(bindable)) as Row[];
  }

  /** Inserts a row and returns its row id. Table and column names must never come from input. */
  insert(table: string, fields: Fields): number {
    const names = Object.keys(fields);
    const marks = names.map(() => '?').join(', ');
    const result = this.#statement(
      `insert into ${table} (${names.join(', ')}) values (${marks})`,
    ).run(...Object.values(fields).map(bindable));
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
    this.#database.close();
  }
}
