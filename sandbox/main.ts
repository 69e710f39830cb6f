/** Runs the sandbox as a process; sandbox/README.md describes its settings. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { startSandbox } from './start';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65535).default(fallback);
const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const settings = z.object({
  SANDBOX_HOST: z.string().default('127.0.0.1'),
  SANDBOX_PORT: port(4100),
  SANDBOX_CONTROL: flag,
  SANDBOX_CONTROL_PORT: port(4101),
  SANDBOX_SMTP_PORT: port(4125),
  SANDBOX_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SANDBOX_DATA: z.string().default('.data/sandbox'),
  SANDBOX_SPEED: z.coerce.number().positive().default(1),
  SANDBOX_VNC_TCP: flag,
  SANDBOX_PATHS: z.string().optional(),
});

function readSettings(): z.output<typeof settings> {
  const given = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name, value]) => name.startsWith('SANDBOX_') && value !== '',
    ),
  );
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  console.error(`These settings of the sandbox are wrong:\n${z.prettifyError(parsed.error)}`);
  process.exit(1);
}

const read = readSettings();
const sandbox = await startSandbox({
  host: read.SANDBOX_HOST,
  port: read.SANDBOX_PORT,
  controlPort: read.SANDBOX_CONTROL ? read.SANDBOX_CONTROL_PORT : null,
  smtpPort: read.SANDBOX_SMTP_PORT,
  smtpUrl: read.SANDBOX_SMTP_URL,
  data: read.SANDBOX_DATA,
  speed: read.SANDBOX_SPEED,
  vncTcp: read.SANDBOX_VNC_TCP,
  demo: true,
  paths: read.SANDBOX_PATHS
    ? (JSON.parse(readFileSync(read.SANDBOX_PATHS, 'utf8')) as unknown)
    : undefined,
});
console.log(`The sandbox listens on ${sandbox.apiUrl} (mail: ${sandbox.apiUrl}/inbox)`);
if (sandbox.controlUrl) console.log(`Its control API listens on ${sandbox.controlUrl}`);

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (closing) process.exit(1);
    closing = true;
    void sandbox.close().then(() => process.exit(0));
  });
}
