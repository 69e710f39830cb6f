/** For tests: runs the real kubectl, where it is installed. */
import { execFile, spawnSync } from 'node:child_process';

/** Whether kubectl is there. */
export const hasKubectl = (): boolean =>
  spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' }).status === 0;

/** Runs kubectl with kubeconfig files, which it reads as one; its own cache stands in `home`. */
export function kubectl(
  home: string,
  files: readonly string[],
  ...words: string[]
): Promise<{ code: number; out: string; error: string }> {
  const env = { PATH: process.env.PATH, HOME: home, KUBECONFIG: files.join(':') };
  return new Promise((resolve) => {
    const child = execFile(
      'kubectl',
      words,
      { env: env as unknown as NodeJS.ProcessEnv },
      (failed, out, error) => resolve({ code: failed ? Number(failed.code) || 1 : 0, out, error }),
    );
    child.stdin?.end(); // without a certificate it asks for a user name
  });
}
