/** Downloads kubeconfigs through the page, and runs what the page shows with the real kubectl. */
import type { Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readKubeconfig } from '@/sandbox/kubernetes/testing/kubeconfig';
import { noteSecrets } from './cloud';

/** What a command said. */
export interface Ran {
  code: number;
  out: string;
  error: string;
}

/** A home of its own, with nothing of the person who runs the tests. */
export interface Home {
  folder: string;
  /** Runs commands in a shell, in this home, with no other kubeconfig than what it holds. */
  run: (commands: string) => Promise<Ran>;
  remove: () => void;
}

/** Makes a home. */
export function makeHome(): Home {
  const folder = mkdtempSync(path.join(tmpdir(), 'nusa-kubectl-'));
  const env = { PATH: process.env.PATH, HOME: folder } as unknown as NodeJS.ProcessEnv;
  return {
    folder,
    run: (commands) =>
      new Promise((resolve) => {
        const child = execFile('sh', ['-c', commands], { env, cwd: folder }, (failed, out, error) =>
          resolve({ code: failed ? Number(failed.code) || 1 : 0, out, error }),
        );
        child.stdin?.end(); // without a certificate kubectl asks for a user name
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A kubeconfig that the page gave, and the commands that it showed. */
export interface Given {
  file: string;
  text: string;
  merge: string;
  use: string;
  remove: string;
}

/** Downloads the kubeconfig of the open page of a cluster into a home. From then on nothing of the run may hold its key. */
export async function downloadKubeconfig(page: Page, home: Home): Promise<Given> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download kubeconfig' }).click(),
  ]);
  const file = download.suggestedFilename();
  await download.saveAs(path.join(home.folder, file));
  const text = readFileSync(path.join(home.folder, file), 'utf8');
  // The key as the file holds it, and a line of it as the provider made it.
  const encoded = /client-key-data: "([^"]+)"/.exec(text)?.[1] ?? '';
  const [, line = ''] = readKubeconfig(text).key.split('\n');
  if (encoded === '' || line === '') throw new Error('the downloaded kubeconfig holds no key');
  noteSecrets(encoded, line);
  const shown = async (name: RegExp) =>
    (await page.getByRole('region', { name }).locator('code').textContent()) ?? '';
  return {
    file,
    text,
    merge: await shown(/^Add it/),
    use: await shown(/^Use it/),
    remove: await shown(/^Remove it/),
  };
}
