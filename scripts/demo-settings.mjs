// Where the demo and development run, and with which settings. One place, for demo.mjs and dev.mjs.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { refuse, root } from './root.mjs';

/** A port by its setting; one that is no port ends the script. */
function port(setting, fallback) {
  const text = process.env[setting] || String(fallback);
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= 65535) return number;
  return refuse(`${setting} must be a number from 1 to 65535, and is “${text}”.`);
}

export const ports = {
  console: port('PORT', 3000),
  sandbox: port('SANDBOX_PORT', 4100),
  control: port('SANDBOX_CONTROL_PORT', 4101),
  smtp: port('SANDBOX_SMTP_PORT', 4125),
  kubernetes: port('SANDBOX_KUBERNETES_PORT', 4164),
  s3: port('SANDBOX_S3_PORT', 4166),
};

/** Everything that will be listened on, in the form of ports.mjs. @param {{ control: boolean }} which */
export function wantedPorts({ control }) {
  const loopback = '127.0.0.1';
  const host = process.env.NUSA_HOST || loopback;
  const wanted = [
    { port: ports.console, host, setting: 'PORT', hostSetting: 'NUSA_HOST' },
    {
      port: ports.sandbox,
      host: process.env.SANDBOX_HOST || loopback,
      setting: 'SANDBOX_PORT',
      hostSetting: 'SANDBOX_HOST',
    },
    { port: ports.smtp, host: loopback, setting: 'SANDBOX_SMTP_PORT' },
    { port: ports.kubernetes, host: loopback, setting: 'SANDBOX_KUBERNETES_PORT' },
    { port: ports.s3, host: loopback, setting: 'SANDBOX_S3_PORT' },
    ...(control ? [{ port: ports.control, host: loopback, setting: 'SANDBOX_CONTROL_PORT' }] : []),
  ];
  // Browsers try `localhost` as ::1 first: what listens there alone would answer in the console's place.
  const ownLoopback = { port: ports.console, host: '::1', setting: 'PORT' };
  return host === loopback ? [...wanted, ownLoopback] : wanted;
}

/** A secret of this checkout's own, kept so that a restart does not sign everybody out. */
function secret() {
  const folder = path.join(root, '.data');
  const file = path.join(folder, 'secret');
  try {
    if (!existsSync(file)) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
    }
    const kept = readFileSync(file, 'utf8').trim();
    if (/^[0-9a-f]{64}$/.test(kept)) return kept;
  } catch (error) {
    return refuse(
      `${folder} can't be read or written (${error.code}): give this user the right to, or delete the folder.`,
    );
  }
  return refuse(`${file} is damaged: delete it, and a new secret takes its place.`);
}

export function consoleEnv() {
  const api = `http://127.0.0.1:${ports.sandbox}`;
  return {
    PORT: String(ports.console),
    NUSA_SECRET: process.env.NUSA_SECRET ?? secret(),
    NUSA_ORIGINS:
      process.env.NUSA_ORIGINS ??
      `http://localhost:${ports.console},http://127.0.0.1:${ports.console}`,
    NUSA_AWANIO_URL: process.env.NUSA_AWANIO_URL ?? `${api}/awanio/v2`,
    NUSA_DEWAVPS_URL: process.env.NUSA_DEWAVPS_URL ?? `${api}/dewavps/v1`,
    NUSA_CONSOLE_HOSTS: process.env.NUSA_CONSOLE_HOSTS ?? `127.0.0.1:${ports.sandbox}`,
    NUSA_ICON_HOSTS: process.env.NUSA_ICON_HOSTS ?? `127.0.0.1:${ports.sandbox}`,
    NUSA_PAYMENT_HOSTS: process.env.NUSA_PAYMENT_HOSTS ?? `127.0.0.1:${ports.sandbox}`,
    NUSA_DOCUMENT_HOSTS: process.env.NUSA_DOCUMENT_HOSTS ?? `127.0.0.1:${ports.sandbox}`,
    NUSA_AWANIO_S3_ENDPOINT:
      process.env.NUSA_AWANIO_S3_ENDPOINT ??
      process.env.SANDBOX_S3_ENDPOINT ??
      `http://127.0.0.1:${ports.s3}`,
    NUSA_PROVIDER_ADMIN: process.env.NUSA_PROVIDER_ADMIN ?? '1',
    NUSA_FINANCE_LEVEL: process.env.NUSA_FINANCE_LEVEL ?? '3',
    NUSA_VM_SSH_KEY_ID: process.env.NUSA_VM_SSH_KEY_ID ?? '2',
    NUSA_RESERVED_IP_FIELD: process.env.NUSA_RESERVED_IP_FIELD ?? 'uuid',
    NUSA_PORTAL_URL: process.env.NUSA_PORTAL_URL ?? `${api}/portal`,
    NUSA_CALLS_PER_MINUTE: process.env.NUSA_CALLS_PER_MINUTE ?? '60',
    NUSA_LOG_LEVEL: process.env.NUSA_LOG_LEVEL ?? 'warn',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

export function sandboxEnv() {
  return {
    SANDBOX_PORT: String(ports.sandbox),
    SANDBOX_CONTROL_PORT: String(ports.control),
    SANDBOX_SMTP_PORT: String(ports.smtp),
    SANDBOX_KUBERNETES_PORT: String(ports.kubernetes),
    SANDBOX_S3_PORT: String(ports.s3),
    SANDBOX_DATA: process.env.SANDBOX_DATA || path.join(root, '.data', 'sandbox'),
  };
}
