/** The environment of the proxy's tests: settings, encrypted sessions, two fake backends. */
import { randomUUID } from 'node:crypto';
import type { ViewAs } from '@/lib/contract/view-as';
import { seal } from '@/lib/session/seal';
import { sessionCookieName } from '@/lib/session/cookies';
import { parseSettings } from '@/lib/settings';

/** Invented, like every key here. */
export const sshKey = `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${'A'.repeat(43)} sari@example.test`;

export const origin = 'http://console.example.test';

const processWide = [
  'plans',
  'overrides',
  'bases',
  'reads',
  'offers',
  'proxy.roles',
  'proxy.homes',
  'scope-reads',
  'proxy.limits',
  'proxy.headers',
  'log',
  'settings',
];

/** Sets this process's settings and forgets everything that used the earlier ones. */
export function applySettings(env: Record<string, string>): void {
  const store = globalThis as { [key: symbol]: unknown };
  for (const name of processWide) delete store[Symbol.for(`nusa.${name}`)];
  store[Symbol.for('nusa.settings')] = parseSettings({
    NUSA_SECRET: 'not-a-secret-not-a-secret-not-a-secret',
    NUSA_LOG_LEVEL: 'silent',
    ...env,
  });
}

export interface Person {
  cookie: string;
  token: string;
  /** Keys by account slug. */
  keys: { toko: string; gudang: string };
  sid: string;
  identity: string;
}

/**
 * Signs in a new person with an Awanio account and two keys, so that other tests' budgets and caches have no effect.
 * @param provider signed in by AX7
 * @param token Awanio's; an invented one unless given
 * @param viewAs what the person views the console as
 */
export async function signIn({
  provider = false,
  token: given,
  viewAs,
}: { provider?: boolean; token?: string; viewAs?: ViewAs } = {}): Promise<Person> {
  const mark = randomUUID();
  const token = given ?? `fake-token-${mark}`;
  const keys = { toko: `fake-key-toko-${mark}`, gudang: `fake-key-gudang-${mark}` };
  const sid = randomUUID();
  const now = Date.now();
  const value = await seal('session', {
    sid,
    identity: `awanio:${mark}`,
    person: { name: 'Sari', detail: 'sari@example.test' },
    awanio: {
      token,
      user: { uuid: mark, username: 'sari', name: 'Sari' },
      ...(provider ? { provider } : {}),
    },
    accounts: [
      { slug: 'toko', label: 'Toko', key: keys.toko },
      { slug: 'gudang', label: 'Gudang', key: keys.gudang },
    ],
    issued: now,
    seen: now,
    expires: now + 3_600_000,
    viewAs: viewAs && { id: randomUUID(), ...viewAs },
  });
  return {
    cookie: `${sessionCookieName()}=${value}`,
    token,
    keys,
    sid,
    identity: `awanio:${mark}`,
  };
}
