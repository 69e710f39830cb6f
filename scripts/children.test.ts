import { describe, expect, it } from 'vitest';
import { isGone, launch, until } from './testing';

const children = JSON.stringify(new URL('./children.mjs', import.meta.url).href);
/** Starts a shell that has a child of its own, as the tools have. */
const family = `start('sh', ['-c', 'sleep 600 & echo grandchild $!; wait']);`;
const stubborn = `start('sh', ['-c', 'trap "" TERM; echo grandchild $$; while :; do sleep 0.1; done']);`;

/** A script with these lines. */
const script = (lines: string) => [
  '--input-type=module',
  '-e',
  `import { keepRunning, run, start } from ${children}; ${lines}`,
];
const launchScript = (lines: string) => launch(process.execPath, script(lines));

describe('what a script started', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends when the script gets %s, and it says so',
    async (signal) => {
      const parent = launchScript(family);
      const grandchild = await parent.pid('grandchild');
      parent.child.kill(signal);
      expect(await parent.ended).toBe(signal);
      expect(parent.printed()).toContain('Stopping …');
      await until(() => isGone(grandchild));
    },
  );

  it('ends when the script is killed', async () => {
    const parent = launchScript(`${family} console.log('started');`);
    const grandchild = await parent.pid('grandchild');
    await until(() => parent.printed().includes('started'));
    parent.child.kill('SIGKILL');
    await until(() => isGone(grandchild));
  });

  it('ends when the script throws', async () => {
    const parent = launchScript(
      `${family} setTimeout(() => { throw new Error('a mistake') }, 300);`,
    );
    const grandchild = await parent.pid('grandchild');
    expect(await parent.ended).toBe(1);
    await until(() => isGone(grandchild));
  });

  it('ends when a command of the script leaves it behind', async () => {
    const parent = launchScript(
      `await run('sh', ['-c', 'sleep 600 & echo grandchild $!']); console.log('over'); setInterval(() => {}, 1000);`,
    );
    const grandchild = await parent.pid('grandchild');
    await until(() => parent.printed().includes('over') && isGone(grandchild));
    parent.child.kill('SIGKILL');
  });

  it('ends when npm is killed, which passes nothing on', async () => {
    const code = script(family).map((part) => `'${part.replaceAll("'", `'\\''`)}'`);
    const npm = launch('sh', ['-c', `'${process.execPath}' ${code.join(' ')}; true`], {
      npm_lifecycle_event: 'demo',
    });
    const grandchild = await npm.pid('grandchild');
    npm.child.kill('SIGKILL');
    await until(() => isGone(grandchild));
  });

  // A child that does not end is killed after six seconds in any case.
  it('is killed at the second signal', { timeout: 5_000 }, async () => {
    const parent = launchScript(stubborn);
    const grandchild = await parent.pid('grandchild');
    parent.child.kill('SIGINT');
    await until(() => parent.printed().includes('Stopping'));
    await new Promise((resolve) => setTimeout(resolve, 500)); // sooner, it is the same wish
    parent.child.kill('SIGINT');
    expect(await parent.ended).toBe('SIGINT');
    await until(() => isGone(grandchild));
  });
});

describe('servers that run together', () => {
  const node = (code: string) =>
    `{ command: process.execPath, args: ['-e', ${JSON.stringify(code)}], env: {} }`;
  const idle = 'console.log("idle", process.pid); setInterval(() => {}, 1000);';
  const together = (...servers: string[]) =>
    launchScript(`await keepRunning([${servers.map(node).join()}]); console.log('all are ready');`);

  it('are ready once each has said so', async () => {
    const parent = together(`${idle} process.send('ready')`, `${idle} process.send('ready')`);
    await until(() => parent.printed().includes('all are ready'));
    parent.child.kill();
    await parent.ended;
  });

  it('end together, and are never called ready, where one can not start', async () => {
    const parent = together(`${idle} process.send('ready')`, 'process.exit(3)');
    expect(await parent.ended).toBe(3);
    expect(parent.printed()).not.toContain('all are ready');
    // It may have ended before it could say its number.
    const other = /idle (\d+)/.exec(parent.printed())?.[1];
    if (other !== undefined) expect(isGone(Number(other))).toBe(true);
  });
});
