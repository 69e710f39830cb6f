import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { launch } from './testing';

const root = fileURLToPath(new URL('..', import.meta.url));
const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder with the scripts alone, in place of a checkout. Its name holds what URLs and shells read otherwise. */
let checkout = '';
beforeEach(() => {
  checkout = mkdtempSync(path.join(tmpdir(), 'nu sa#1%20-'));
  made.push(checkout);
  for (const name of readdirSync(path.join(root, 'scripts')))
    if (name.endsWith('.mjs'))
      cpSync(path.join(root, 'scripts', name), path.join(checkout, 'scripts', name));
  put('e2e/support/port-numbers.mjs', `export const wantedPorts = () => [];`);
  put('package-lock.json', '{}');
});

/** Writes a file of the checkout. */
function put(name: string, text: string): void {
  const file = path.join(checkout, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  if (text.startsWith('#!')) chmodSync(file, 0o755);
}

/** Runs a script of the checkout to its end. */
async function runScript(name: string, env: Record<string, string> = {}) {
  const launched = launch(process.execPath, [path.join(checkout, 'scripts', name)], env);
  return { code: await launched.ended, printed: launched.printed() };
}

describe('the demo', () => {
  // Below the ports that a system gives to connections of other tests.
  const free = {
    PORT: '19817',
    SANDBOX_PORT: '19818',
    SANDBOX_SMTP_PORT: '19819',
    SANDBOX_KUBERNETES_PORT: '19820',
    SANDBOX_S3_PORT: '19821',
  };

  it('names a taken port, and nothing else is done', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await runScript('demo.mjs', { ...free, PORT: String(port) })).toEqual({
      code: 1,
      printed: `Port ${port} is in use: stop what listens there, or set PORT to another port.\n`,
    });
    other.close();
  });

  it('names a port that is none', async () => {
    expect(await runScript('demo.mjs', { ...free, SANDBOX_PORT: 'http' })).toEqual({
      code: 1,
      printed: 'SANDBOX_PORT must be a number from 1 to 65535, and is “http”.\n',
    });
  });

  it('names a folder of data that it can not use', async () => {
    put('.data', 'a file');
    const { code, printed } = await runScript('demo.mjs', free);
    expect([code, printed]).toEqual([1, expect.stringMatching(/^.*\.data can't be .*: .*\n$/)]);
  });

  it('names a secret that is damaged', async () => {
    put('.data/secret', 'half a sec');
    const { code, printed } = await runScript('demo.mjs', free);
    expect([code, printed]).toEqual([
      1,
      expect.stringMatching(/secret is damaged: delete it.*\n$/),
    ]);
  });
});

describe('npm start', () => {
  it('says what to run first', async () => {
    const packages = 'The packages are not installed: run `npm ci`, then `npm run build`.\n';
    expect(await runScript('start.mjs')).toEqual({ code: 1, printed: packages });
    mkdirSync(path.join(checkout, 'node_modules/next'), { recursive: true });
    const build = 'There is no finished build: run `npm run build`.\n';
    expect(await runScript('start.mjs')).toEqual({ code: 1, printed: build });
  });
});

describe('npm test', () => {
  beforeEach(() => {
    put('node_modules/.package-lock.json', '{}');
    put('scripts/check.mjs', `console.log('checked');`);
    put('scripts/build.mjs', `console.log('built');`);
    put('node_modules/.bin/playwright', '#!/bin/sh\nexit 1\n');
  });

  it('checks and builds where no Chromium can be had, and then says what to type', async () => {
    const { code, printed } = await runScript('test.mjs', { PATH: checkout, NUSA_CHROMIUM: '' });
    expect(code).toBe(1);
    expect(printed).toMatch(/^checked\nbuilt\n[^]*apt-get install chromium`.*NUSA_CHROMIUM=.*\n$/);
    expect(printed).not.toMatch(/^ +at /m);
  });

  it('names a NUSA_CHROMIUM that is no file before anything else', async () => {
    const { code, printed } = await runScript('test.mjs', { NUSA_CHROMIUM: '/no/such/file' });
    expect([code, printed]).toEqual([
      1,
      'NUSA_CHROMIUM is /no/such/file, and there is no such file.\n',
    ]);
  });
});
