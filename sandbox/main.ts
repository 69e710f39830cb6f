/** Runs the sandbox as a process; sandbox/README.md describes its settings. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { OverridesError } from '@/lib/contract/overrides';
import { listenSentence, portProblems, type Wanted } from '@/scripts/ports.mjs';
import { onStop } from '@/scripts/stopping.mjs';
import { DataError } from './db';
import type { Outside } from './objects/open';
import { startSandbox, type Sandbox, type SandboxOptions } from './start';

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
  SANDBOX_KUBERNETES_PORT: port(4164),
  SANDBOX_S3_PORT: port(4166),
  SANDBOX_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  SANDBOX_S3_ACCESS_KEY: z.string().optional(),
  SANDBOX_S3_SECRET_KEY: z.string().optional(),
  SANDBOX_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SANDBOX_DATA: z.string().default('.data/sandbox'),
  SANDBOX_SPEED: z.coerce.number().positive().default(1),
  SANDBOX_VNC_TCP: flag,
  SANDBOX_PATHS: z.string().optional(),
});

/** Ends the start with a sentence that says what is wrong and what to do. */
function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function readSettings(): z.output<typeof settings> {
  const given = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name, value]) => name.startsWith('SANDBOX_') && value !== '',
    ),
  );
  const parsed = settings.safeParse(given);
  if (parsed.success) return parsed.data;
  return refuse(`These settings of the sandbox are wrong:\n${z.prettifyError(parsed.error)}`);
}

/** The other S3 endpoint, if one is set. */
function outsideS3(): Outside | undefined {
  const { SANDBOX_S3_ENDPOINT: endpoint } = read;
  const { SANDBOX_S3_ACCESS_KEY: accessKey, SANDBOX_S3_SECRET_KEY: secretKey } = read;
  if (endpoint === undefined) return undefined;
  if (accessKey === undefined || secretKey === undefined)
    return refuse(
      'SANDBOX_S3_ENDPOINT needs its key: set SANDBOX_S3_ACCESS_KEY and SANDBOX_S3_SECRET_KEY.',
    );
  return { endpoint: endpoint.replace(/\/+$/, ''), accessKey, secretKey };
}

/** The JSON that SANDBOX_PATHS names. */
function readPaths(file: string | undefined): unknown {
  if (file === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const wrong = error instanceof SyntaxError ? 'is not JSON' : "can't be read";
    return refuse(`SANDBOX_PATHS: the file ${file} ${wrong}.`);
  }
}

const read = readSettings();
const loopback = '127.0.0.1';
const wanted: Wanted[] = [
  {
    port: read.SANDBOX_PORT,
    host: read.SANDBOX_HOST,
    setting: 'SANDBOX_PORT',
    hostSetting: 'SANDBOX_HOST',
  },
  { port: read.SANDBOX_SMTP_PORT, host: loopback, setting: 'SANDBOX_SMTP_PORT' },
  { port: read.SANDBOX_KUBERNETES_PORT, host: loopback, setting: 'SANDBOX_KUBERNETES_PORT' },
];
if (read.SANDBOX_S3_ENDPOINT === undefined)
  wanted.push({ port: read.SANDBOX_S3_PORT, host: loopback, setting: 'SANDBOX_S3_PORT' });
if (read.SANDBOX_CONTROL)
  wanted.push({ port: read.SANDBOX_CONTROL_PORT, host: loopback, setting: 'SANDBOX_CONTROL_PORT' });

/** Starts it, or ends this process with a sentence. */
async function startOrRefuse(options: SandboxOptions): Promise<Sandbox> {
  const problems = await portProblems(wanted.filter(({ port: given }) => given !== 0));
  if (problems.length > 0) refuse(problems.join('\n'));
  try {
    return await startSandbox(options);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const asked = 'port' in error ? wanted.find(({ port: given }) => given === error.port) : null;
    const sentence = asked ? listenSentence(asked, error) : null;
    if (sentence) refuse(sentence);
    if (error instanceof DataError || error instanceof OverridesError) refuse(error.message);
    throw error;
  }
}

const sandbox = await startOrRefuse({
  host: read.SANDBOX_HOST,
  port: read.SANDBOX_PORT,
  controlPort: read.SANDBOX_CONTROL ? read.SANDBOX_CONTROL_PORT : null,
  smtpPort: read.SANDBOX_SMTP_PORT,
  kubernetesPort: read.SANDBOX_KUBERNETES_PORT,
  s3Port: read.SANDBOX_S3_PORT,
  outsideS3: outsideS3(),
  smtpUrl: read.SANDBOX_SMTP_URL,
  data: read.SANDBOX_DATA,
  speed: read.SANDBOX_SPEED,
  vncTcp: read.SANDBOX_VNC_TCP,
  demo: true,
  paths: readPaths(read.SANDBOX_PATHS),
});
console.log(`The sandbox listens on ${sandbox.apiUrl} (mail: ${sandbox.apiUrl}/inbox)`);
if (sandbox.controlUrl) console.log(`Its control API listens on ${sandbox.controlUrl}`);
process.send?.('ready');

onStop({
  stop: () => {
    // A script that listens over a channel says it itself.
    if (!process.connected) console.log('Stopping …');
    void sandbox.close().then(() => process.exit(0));
  },
  stopAtOnce: () => process.exit(1),
});
