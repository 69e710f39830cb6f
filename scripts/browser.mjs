// Finds a Chromium for Playwright, or installs one: the system's, else Debian's package, else Playwright's own.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { bin, run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(folder, name);
      if (existsSync(file)) return file;
    }
  }
  return null;
}

/** @returns {Promise<string | null>} the path of a browser; null means Playwright's own, just installed. */
export async function needBrowser() {
  const given = process.env.NUSA_CHROMIUM;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`NUSA_CHROMIUM is ${given}, and there is no such file`);
  }
  const found = onPath();
  if (found) return found;
  if (existsSync('/usr/bin/apt-get')) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    console.log('No Chromium here: installing Debian’s package …');
    const apt = (...args) => {
      const [command = '', ...rest] = [...sudo, 'apt-get', ...args];
      return run(command, rest, { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
    };
    await apt('update').catch(() => null);
    await apt('install', '-y', '--no-install-recommends', 'chromium').catch(() => null);
    const installed = onPath();
    if (installed) return installed;
  }
  console.log('Letting Playwright download its Chromium …');
  const { code, output } = await run(bin('playwright'), ['install', 'chromium'], { capture: true });
  if (code === 0) return null;
  throw new Error(
    `No Chromium, and none could be installed. Set NUSA_CHROMIUM to one.\n${output.trim()}`,
  );
}
