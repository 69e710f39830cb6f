import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { portProblems } from '@/scripts/ports.mjs';
import { wantedPorts } from './port-numbers.mjs';
import { files, ports, urls } from './ports';

function start(name: string, file: string, env: Record<string, string>): ChildProcess {
  const log = createWriteStream(path.join(files.logs, `${name}.log`));
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  return child;
}

/** @throws Error when `child` has ended, since another server could answer in its place. */
async function untilUp(url: string, child: ChildProcess | undefined): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (!child || child.exitCode !== null) break;
    const up = await fetch(url).then(
      (response) => response.status < 500,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not come up; see ${files.logs}`);
}

/** Reads every log of the run. Gives pairs of file name and text. */
function logs(): [string, string][] {
  return readdirSync(files.logs).map((name) => [
    name,
    readFileSync(path.join(files.logs, name), 'utf8'),
  ]);
}

/** @throws Error if a log holds a secret that a test has noted */
function scanLogs(): void {
  if (!existsSync(files.secrets)) return;
  const secrets = [
    ...new Set(
      readFileSync(files.secrets, 'utf8')
        .split('\n')
        .filter((line) => line.length >= 8),
    ),
  ];
  for (const [name, text] of logs()) {
    const leaked = secrets.filter((secret) => text.includes(secret)).length;
    if (leaked > 0) throw new Error(`${leaked} secret(s) of the run stand in ${name}`);
  }
}

/** Ends the servers and waits until they have. */
async function end(children: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    children.map((child) => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      return child.exitCode === null ? ended : undefined;
    }),
  );
}

/** Starts the sandbox and two consoles on the production build; the returned function ends them and reads what they left. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const problems = await portProblems(wantedPorts({ long: false }));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  rmSync('test-results/sandbox', { recursive: true, force: true });
  rmSync(files.secrets, { force: true });
  mkdirSync(files.logs, { recursive: true });
  const secret = randomBytes(32).toString('hex');
  const common = {
    NODE_ENV: 'production',
    NUSA_SECRET: secret,
    NUSA_DEWAVPS_URL: `${urls.sandbox}/dewavps/v1`,
    NUSA_CONSOLE_HOSTS: `127.0.0.1:${ports.sandbox}`,
    NUSA_ICON_HOSTS: `127.0.0.1:${ports.sandbox}`,
    NUSA_PAYMENT_HOSTS: `127.0.0.1:${ports.sandbox}`,
    NUSA_DOCUMENT_HOSTS: `127.0.0.1:${ports.sandbox}`,
    NUSA_AWANIO_S3_ENDPOINT: urls.s3,
    NUSA_TAX_DOCUMENT_NOTE_EN: 'This document is no tax invoice (faktur pajak).',
    NUSA_SELLER_TAX_NUMBER: '01.234.567.8-901.000',
    NUSA_FINANCE_LEVEL: '3',
    NUSA_VM_SSH_KEY_ID: '2',
    NUSA_RESERVED_IP_FIELD: 'uuid',
    NUSA_PORTAL_URL: 'https://portal.example.id',
    NUSA_SUPPORT_URL: 'https://support.example.id',
    NUSA_CALLS_PER_MINUTE: '6000',
    NUSA_BACKEND_TIMEOUT: '4000',
    NUSA_DEV_PAGES: '1',
    NUSA_LOG_LEVEL: 'info',
  };
  const children = [
    start('sandbox', 'dist/sandbox.mjs', {
      SANDBOX_PORT: String(ports.sandbox),
      SANDBOX_CONTROL: '1',
      SANDBOX_CONTROL_PORT: String(ports.control),
      SANDBOX_SMTP_PORT: String(ports.smtp),
      SANDBOX_KUBERNETES_PORT: String(ports.kubernetes),
      SANDBOX_S3_PORT: String(ports.s3),
      SANDBOX_DATA: 'test-results/sandbox',
    }),
    start('console', 'dist/server.mjs', {
      ...common,
      PORT: String(ports.console),
      NUSA_ORIGINS: urls.console,
      NUSA_AWANIO_URL: `${urls.sandbox}/awanio/v2`,
      NUSA_PROVIDER_ADMIN: '1',
    }),
    start('console-vps-only', 'dist/server.mjs', {
      ...common,
      PORT: String(ports.vpsOnly),
      NUSA_ORIGINS: urls.vpsOnly,
      // Reads the visitor's address from X-Forwarded-For, which a test can send.
      NUSA_TRUST_PROXY: '1',
      NUSA_PROVIDER_NAME: 'Awan Contoh',
      NUSA_LOGO_URL: '/os/debian.svg',
      NUSA_NOTICE_EN: 'Maintenance on Sunday from 01:00 to 03:00 WIB.',
      NUSA_NOTICE_ID: 'Pemeliharaan hari Minggu pukul 01.00 sampai 03.00 WIB.',
      NUSA_NOTICE_LEVEL: 'warn',
      NUSA_NOTICE_URL: 'https://status.example.id',
      NUSA_TERMS_URL: 'https://example.id/terms',
    }),
  ];
  try {
    await untilUp(`${urls.control}/reached`, children[0]);
    await untilUp(`${urls.console}/api/health`, children[1]);
    await untilUp(`${urls.vpsOnly}/api/health`, children[2]);
  } catch (error) {
    await end(children);
    throw error;
  }

  return async () => {
    const reached = await fetch(`${urls.control}/reached`).then((response) => response.text());
    mkdirSync(path.dirname(files.reached), { recursive: true });
    writeFileSync(files.reached, reached);
    await end(children);
    scanLogs();
  };
}
