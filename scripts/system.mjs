// Programs of the system that the tests need: found on the PATH, or installed as Debian's packages.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './children.mjs';
import { refuse } from './root.mjs';

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

/** Installs a package of Debian's, where this user may; whether it worked shows on the PATH. */
export async function installPackage(name) {
  const isRoot = process.getuid?.() === 0;
  const apt = onPath(['apt-get']);
  const sudo = isRoot ? null : onPath(['sudo']);
  if (!apt || (!isRoot && !sudo)) return;
  const [command, ...first] = sudo ? [sudo, '-n', apt] : [apt];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run(command, [...first, 'update'], { capture: true, env });
  await run(command, [...first, 'install', '-y', '--no-install-recommends', name], {
    capture: true,
    env,
  });
}

/**
 * A redis-server, for the long tests; ends this process with what to type where there is none.
 * @returns {Promise<string>} its path
 */
export async function needRedis() {
  const given = process.env.NUSA_REDIS_SERVER;
  if (given && existsSync(given)) return given;
  if (given) return refuse(`NUSA_REDIS_SERVER is ${given}, and there is no such file.`);
  const found = onPath(['redis-server']);
  if (found) return found;
  console.log('No redis-server here: installing Debian’s package …');
  await installPackage('redis-server');
  const installed = onPath(['redis-server']);
  if (installed) return installed;
  return refuse(
    'The long tests need a redis-server; there is none here, and this user could not install one. Type ' +
      '`sudo apt-get install redis-server`, or name one that you have: `NUSA_REDIS_SERVER=/path/to/redis-server npm run test:long`.',
  );
}
