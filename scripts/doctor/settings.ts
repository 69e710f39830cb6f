/** The doctor's settings. They come only from the environment, since arguments are visible in process lists. */
import { readFile } from 'node:fs/promises';
import type { Backend } from '@/lib/contract/operation';
import type { Overrides } from '@/lib/contract/overrides';
import { parseOverrides } from '@/lib/contract/overrides';

export type Credential =
  | { kind: 'password'; username: string; password: string }
  | { kind: 'token'; token: string }
  | { kind: 'key'; key: string };

/** A backend to examine. */
export interface Target {
  backend: Backend;
  /** The base URL with the version, without a slash at the end. */
  baseUrl: string;
  credential: Credential;
}

/** All settings of the doctor. */
export interface DoctorSettings {
  targets: Target[];
  overrides: Overrides;
  /** Notes for the operator about what was left out. */
  remarks: string[];
  /** How many calls a minute each backend gets. */
  perMinute: number;
}

export const usage = `npm run doctor reads a deployment, read-only, and says where it differs from the contract.

It takes its settings from the environment:
  NUSA_AWANIO_URL              base URL with version, https://api.example.id/v2
    DOCTOR_AWANIO_TOKEN        a bearer token, or
    DOCTOR_AWANIO_USERNAME     with DOCTOR_AWANIO_PASSWORD
  NUSA_DEWAVPS_URL             base URL with version, https://api.example.id/v1
    DOCTOR_DEWAVPS_KEY         an API key; one with the scope "super" sees most
  NUSA_CALLS_PER_MINUTE        calls to each backend, 60 where it isn't set
  NUSA_OVERRIDES               a JSON file of corrections (docs/operating.md)

Exit code: 0 no difference, 1 differences or nothing could be read, 2 wrong settings.`;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings.
 * @throws Error with the names of wrong settings, never their values; the caller prints `usage` with it
 */
export async function readDoctorSettings(env: Env): Promise<DoctorSettings> {
  const remarks: string[] = [];
  const targets = [awanio(env, remarks), dewavps(env, remarks)].filter((target) => target !== null);
  if (targets.length === 0) throw new Error(['No backend can be asked.', ...remarks].join(' '));
  const perMinute = env.NUSA_CALLS_PER_MINUTE ? Number(env.NUSA_CALLS_PER_MINUTE) : 60;
  if (!(perMinute > 0)) throw new Error('NUSA_CALLS_PER_MINUTE must be a number above 0.');
  return { targets, overrides: await readOverrides(env.NUSA_OVERRIDES), remarks, perMinute };
}

function awanio(env: Env, remarks: string[]): Target | null {
  const baseUrl = readUrl(env, 'NUSA_AWANIO_URL');
  if (!baseUrl) return null;
  const {
    DOCTOR_AWANIO_TOKEN: token,
    DOCTOR_AWANIO_USERNAME: username,
    DOCTOR_AWANIO_PASSWORD: password,
  } = env;
  if (token) return { backend: 'awanio', baseUrl, credential: { kind: 'token', token } };
  if (username && password)
    return { backend: 'awanio', baseUrl, credential: { kind: 'password', username, password } };
  remarks.push(
    'Awanio is left out: DOCTOR_AWANIO_TOKEN, or DOCTOR_AWANIO_USERNAME and DOCTOR_AWANIO_PASSWORD, are not set.',
  );
  return null;
}

function dewavps(env: Env, remarks: string[]): Target | null {
  const baseUrl = readUrl(env, 'NUSA_DEWAVPS_URL');
  if (!baseUrl) return null;
  const { DOCTOR_DEWAVPS_KEY: key } = env;
  if (key) return { backend: 'dewavps', baseUrl, credential: { kind: 'key', key } };
  remarks.push('DewaVPS is left out: DOCTOR_DEWAVPS_KEY is not set.');
  return null;
}

function readUrl(env: Env, name: string): string | null {
  const value = env[name];
  if (!value) return null;
  if (!URL.canParse(value)) throw new Error(`${name} is not a URL.`);
  const url = new URL(value);
  if (!/^https?:$/.test(url.protocol))
    throw new Error(`${name} must begin with http:// or https://.`);
  if (url.username || url.password || url.search || url.hash)
    throw new Error(`${name} may hold neither credentials, a query nor a fragment.`);
  return value.replace(/\/+$/, '');
}

async function readOverrides(file: string | undefined): Promise<Overrides> {
  if (!file) return {};
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new Error('The file that NUSA_OVERRIDES names cannot be read.');
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error('The file that NUSA_OVERRIDES names is not JSON.');
  }
  return parseOverrides(json);
}
