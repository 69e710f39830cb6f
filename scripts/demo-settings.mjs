// Where the demo and development run, and with which settings. One place, for demo.mjs and dev.mjs.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

export const ports = {
  console: Number(process.env.PORT ?? 3000),
  sandbox: Number(process.env.SANDBOX_PORT ?? 4100),
  control: Number(process.env.SANDBOX_CONTROL_PORT ?? 4101),
  smtp: Number(process.env.SANDBOX_SMTP_PORT ?? 4125),
};

/** A secret of this checkout's own, kept so that a restart does not sign everybody out. */
function secret() {
  const file = path.join(root, '.data', 'secret');
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
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
    NUSA_FINANCE_LEVEL: process.env.NUSA_FINANCE_LEVEL ?? '3',
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
    SANDBOX_DATA: process.env.SANDBOX_DATA ?? path.join(root, '.data', 'sandbox'),
  };
}
