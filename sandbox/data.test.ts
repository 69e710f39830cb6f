import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launch } from '@/scripts/testing';
import { DataError, Store } from './db';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nusa-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'sandbox.sqlite');
function sentence(directory = folder): string {
  try {
    new Store(directory).close();
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(DataError);
    return error instanceof Error ? error.message : '';
  }
}

describe('the folder of the data', () => {
  it('can be opened again once it is closed, and by one alone', () => {
    const store = new Store(folder);
    expect(sentence()).toBe(
      `The sandbox's data in ${folder} is in use by another sandbox: stop that one, or set SANDBOX_DATA to another folder.`,
    );
    store.close();
    expect(sentence()).toBe('');
  });

  it('is named when it is no database, or cut off', () => {
    writeFileSync(file(), 'no database '.repeat(1000));
    expect(sentence()).toContain(`${folder} is damaged: delete the folder to start anew`);
  });

  it('is named when a page of it is overwritten', () => {
    new Store(folder).close();
    const database = new Database(file());
    const row = 'insert into wide values (hex(randomblob(300)));';
    database.exec(`create table wide (text); begin; ${row.repeat(200)} commit;`);
    // The table's pages are another's then, as in a copy that was made while it was written.
    database.exec(
      "pragma writable_schema = on; update sqlite_schema set rootpage = 2 where name = 'wide'",
    );
    database.close();
    expect(sentence()).toContain(`${folder} is damaged`);
  });

  it('is named when it comes from a newer version', () => {
    new Store(folder).close();
    const database = new Database(file());
    database.exec('pragma user_version = 1000');
    database.close();
    expect(sentence()).toContain(`${folder} comes from a newer version of Nusa: update`);
  });

  it('is named when a file stands in its place', () => {
    const place = join(folder, 'file');
    writeFileSync(place, '');
    expect(sentence(place)).toContain(`${place} can't be kept there`);
    expect(sentence(join(place, 'below'))).toContain("can't be kept there");
  });
});

it('ends a start with that sentence alone', async () => {
  writeFileSync(file(), 'no database '.repeat(1000));
  const root = fileURLToPath(new URL('..', import.meta.url));
  const started = launch(join(root, 'node_modules/.bin/tsx'), [join(root, 'sandbox/main.ts')], {
    SANDBOX_DATA: folder,
    SANDBOX_PORT: '0',
    SANDBOX_SMTP_PORT: '0',
    SANDBOX_KUBERNETES_PORT: '0',
    SANDBOX_S3_PORT: '0',
  });
  expect(await started.ended).toBe(1);
  expect(started.printed()).toMatch(/^The sandbox's data in .* is damaged: .*\.\n$/);
});
