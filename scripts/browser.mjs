// Finds a Chromium for Playwright, or installs one: the system's, else Debian's package, else Playwright's own.
import { existsSync } from 'node:fs';
import { bin, run } from './run.mjs';
import { installPackage, onPath } from './system.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @returns {Promise<string | null>} the path of a browser; null means Playwright's own, just installed. */
export async function needBrowser() {
  const given = process.env.NUSA_CHROMIUM;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`NUSA_CHROMIUM is ${given}, and there is no such file`);
  }
  const found = onPath(names);
  if (found) return found;
  if (existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium here: installing Debian’s package …');
    await installPackage('chromium');
    const installed = onPath(names);
    if (installed) return installed;
  }
  console.log('Letting Playwright download its Chromium …');
  const { code, output } = await run(bin('playwright'), ['install', 'chromium'], { capture: true });
  if (code === 0) return null;
  throw new Error(
    `No Chromium, and none could be installed. Set NUSA_CHROMIUM to one.\n${output.trim()}`,
  );
}
