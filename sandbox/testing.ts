/** For tests: a sandbox in memory on free ports, and small clients for its APIs. */
import { startSandbox } from './start';
import type { Sandbox, SandboxOptions } from './start';
import type { FaultInput } from './faults';
import type { MadeTenant, TenantInput } from './tenants';
import type { InboxMail } from './inbox';

/** An answer of the sandbox. */
export interface Answered {
  status: number;
  /** The parsed JSON; undefined if it is no JSON. */
  body: unknown;
  text: string;
  headers: Headers;
}

/** Calls one API with the credentials of one caller. */
export interface Client {
  (method: string, path: string, body?: unknown): Promise<Answered>;
}

async function call(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Answered> {
  const form = body instanceof URLSearchParams || body instanceof FormData;
  const response = await fetch(url, {
    method,
    headers: {
      ...headers,
      ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  return { status: response.status, body: parsed, text, headers: response.headers };
}

/** The value at a path in an answer: `at(body, 'data', 0, 'uuid')`. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown> | null | undefined)?.[key],
    value,
  );
}

/** The uuid of the person's project with this name, by A15, since A14 answers null. @throws Error if there is none */
export async function projectNamed(api: Client, wanted: string): Promise<string> {
  const { body } = await api('GET', '/projects');
  const rows = at(body, 'data') as { uuid: string; name: string }[];
  const found = rows.find(({ name }) => name === wanted);
  if (!found) throw new Error(`the person has no project ${wanted}`);
  return found.uuid;
}

/** A sandbox with clients for tests. */
export class TestCloud {
  private constructor(readonly sandbox: Sandbox) {}

  static async start(options: SandboxOptions = {}): Promise<TestCloud> {
    return new TestCloud(await startSandbox({ controlPort: 0, ...options }));
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  awanio(token?: string): Client {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    return (method, path, body) =>
      call(`${this.sandbox.apiUrl}/awanio/v2${path}`, method, headers, body);
  }

  dewavps(key?: string): Client {
    const headers: Record<string, string> = key ? { 'x-apikey': key } : {};
    return (method, path, body) =>
      call(`${this.sandbox.apiUrl}/dewavps/v1${path}`, method, headers, body);
  }

  async signIn(username: string, password: string): Promise<Client> {
    const { status, body } = await this.awanio()('POST', '/accounts/login', { username, password });
    if (status !== 200) throw new Error(`sign-in answered ${status}`);
    return this.awanio(String(at(body, 'data', 'token')));
  }

  async control(method: string, path: string, body?: unknown): Promise<unknown> {
    const answered = await call(`${this.sandbox.controlUrl}${path}`, method, {}, body);
    if (answered.status !== 200)
      throw new Error(`control answered ${answered.status}: ${answered.text}`);
    return answered.body;
  }

  async tenant(options: TenantInput): Promise<MadeTenant> {
    return (await this.control('POST', '/tenants', options)) as MadeTenant;
  }

  /** Creates a tenant with one super key, and a client for the key. */
  async customer(
    options: TenantInput['dewavps'] = {},
  ): Promise<{ tenant: MadeTenant; api: Client }> {
    const tenant = await this.tenant({ dewavps: options });
    return { tenant, api: this.dewavps(tenant.dewavps?.keys[0]?.key) };
  }

  /** Creates a tenant with one person, who is signed in. */
  async person(
    options: TenantInput['awanio'] = {},
  ): Promise<{ tenant: MadeTenant; api: Client; org: string; project: string }> {
    const tenant = await this.tenant({ awanio: options });
    if (!tenant.awanio) throw new Error('the tenant has no person');
    const api = await this.signIn(tenant.awanio.username, tenant.awanio.password);
    return {
      tenant,
      api,
      org: tenant.awanio.organization.uuid,
      project: tenant.awanio.project?.uuid ?? '',
    };
  }

  advance(tenant: MadeTenant, advanceSeconds: number): Promise<unknown> {
    return this.control('POST', `/tenants/${tenant.id}/clock`, { advanceSeconds });
  }

  fault(tenant: MadeTenant, fault: Partial<FaultInput>): Promise<unknown> {
    return this.control('POST', `/tenants/${tenant.id}/faults`, fault);
  }

  async mail(to: string): Promise<InboxMail[]> {
    return (await this.control('GET', `/mail?to=${encodeURIComponent(to)}`)) as InboxMail[];
  }
}

/** A valid ed25519 public key that nobody uses; each seed gives another one. */
export function fakeKey(seed = 1, comment = 'me@example.id'): string {
  const field = (bytes: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const blob = Buffer.concat([field(Buffer.from('ssh-ed25519')), field(Buffer.alloc(32, seed))]);
  return `ssh-ed25519 ${blob.toString('base64')} ${comment}`;
}

/** DewaVPS's answers to a key without the scope and to an unknown key; the status is 400, as in the real API. */
export const noScope = { status: 400, body: { type: 'SCOPE_MISMATCH' } };
export const noToken = { status: 400, body: { type: 'TOKEN_NOT_FOUND' } };

/** A valid body for D03. */
export const order = {
  location_id: 1,
  tier_id: 1,
  template_id: 11,
  hostname: 'web-1',
  cpu: 1,
  memory: 2,
  storage: 30,
  username: 'demo',
  password: 'fake-pass-2026',
  use_public_ip: true,
};
