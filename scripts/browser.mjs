// Finds a Chromium for Playwright, or installs one: the system's, else Debian's package, else Playwright's own.
import { existsSync } from 'node:fs';
import { run } from './children.mjs';
import { bin, refuse } from './root.mjs';
import { installPackage, onPath } from './system.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * A Chromium that is there. Ends this process where NUSA_CHROMIUM names a file that isn't.
 * @returns {string | null} its path
 */
export function findBrowser() {
  const given = process.env.NUSA_CHROMIUM;
  if (!given) return onPath(names);
  if (existsSync(given)) return given;
  return refuse(`NUSA_CHROMIUM is ${given}, and there is no such file.`);
}

/**
 * Installs a Chromium, or ends this process with what to type.
 * @returns {Promise<string | null>} its path; null means Playwright's own
 */
export async function installBrowser() {
  console.log('No Chromium here: installing one …');
  await installPackage('chromium');
  const installed = onPath(names);
  if (installed) return installed;
  const { code } = await run(bin('playwright'), ['install', 'chromium'], { capture: true });
  if (code === 0) return null;
  return refuse(
    'The end-to-end tests need a Chromium; there is none here, and this user could not install one. Type ' +
      '`sudo apt-get install chromium`, or name one that you have: `NUSA_CHROMIUM=/path/to/chromium npm test`.',
  );
}
