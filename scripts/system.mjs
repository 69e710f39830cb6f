// Programs of the system that the tests need: found on the PATH, or installed as Debian's packages.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

/** @returns {string | null} where the first of these programs stands */
export function onPath(names) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(folder, name);
      if (existsSync(file)) return file;
    }
  }
  return null;
}

/** Installs a package of Debian's, where there is an apt-get; whether it worked shows on the PATH. */
export async function installPackage(name) {
  if (!existsSync('/usr/bin/apt-get')) return;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command = '', ...rest] = [...sudo, 'apt-get', ...args];
    return run(command, rest, { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
  };
  await apt('update').catch(() => null);
  await apt('install', '-y', '--no-install-recommends', name).catch(() => null);
}

/** @returns {Promise<string>} the path of a redis-server, for the long tests. @throws where there is none */
export async function needRedis() {
  const given = process.env.NUSA_REDIS_SERVER;
  if (given) return given;
  const found = onPath(['redis-server']);
  if (found) return found;
  console.log('No redis-server here: installing Debian’s package …');
  await installPackage('redis-server');
  const installed = onPath(['redis-server']);
  if (installed) return installed;
  throw new Error(
    'No redis-server, and none could be installed. Set NUSA_REDIS_SERVER to the path of one.',
  );
}
