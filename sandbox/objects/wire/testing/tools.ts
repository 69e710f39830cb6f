/** For tests: runs s3cmd, rclone and awscli, where they are installed. */
import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Tool = 's3cmd' | 'rclone' | 'aws';

/** Whether a tool is there. */
export const hasTool = (tool: Tool): boolean =>
  spawnSync(tool, [tool === 'rclone' ? 'version' : '--version'], { stdio: 'ignore' }).status === 0;

/** What a tool said, and how it ended. */
export interface Said {
  code: number;
  out: string;
  error: string;
}

/** Writes the tools' settings for an endpoint into a folder. @returns what runs a tool in it */
export function toolsFor(
  home: string,
  endpoint: string,
  key: { accessKey: string; secretKey: string },
): (tool: Tool, ...words: string[]) => Promise<Said> {
  const host = new URL(endpoint).host;
  const { accessKey, secretKey } = key;
  const keep = (name: string, lines: string[]) =>
    writeFileSync(join(home, name), `${lines.join('\n')}\n`, { mode: 0o600 });
  keep('s3cfg', [
    ...['[default]', `access_key = ${accessKey}`, `secret_key = ${secretKey}`],
    ...[`host_base = ${host}`, `host_bucket = ${host}`, 'use_https = False'],
  ]);
  keep('rclone.conf', [
    ...['[s]', 'type = s3', 'provider = Other', `access_key_id = ${accessKey}`],
    ...[`secret_access_key = ${secretKey}`, `endpoint = ${endpoint}`],
  ]);
  const first: Record<Tool, string[]> = {
    s3cmd: ['-c', 's3cfg', '--no-progress'],
    rclone: ['--config', 'rclone.conf'],
    aws: ['--endpoint-url', endpoint],
  };
  const env = {
    ...{ PATH: process.env.PATH, HOME: home, LANG: 'C.UTF-8' },
    ...{ AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: secretKey },
    // In us-east-1 older versions sign URLs in a way that is no longer taken.
    ...{ AWS_DEFAULT_REGION: 'id-jkt-1', AWS_EC2_METADATA_DISABLED: 'true', AWS_PAGER: '' },
  };
  return (tool, ...words) =>
    new Promise((resolve) => {
      const settings = { env: env as unknown as NodeJS.ProcessEnv, cwd: home };
      execFile(tool, [...first[tool], ...words], settings, (failed, out, error) =>
        resolve({ code: failed ? Number(failed.code) || 1 : 0, out, error }),
      );
    });
}
