/** Runs the doctor against the sandbox: unchanged, with moved and absent paths, and with overrides for these. */
import { afterEach, describe, expect, it } from 'vitest';
import { parseOverrides } from '@/lib/contract/overrides';
import { demoAccounts } from '@/sandbox/demo-accounts';
import { startSandbox, type Sandbox } from '@/sandbox/start';
import { examine, type Examined } from './examine';
import type { Manner } from './pace';
import { healthy, summary } from './report';
import type { Target } from './settings';

let sandbox: Sandbox | null = null;
afterEach(async () => {
  await sandbox?.close();
  sandbox = null;
});

/** Examines both backends. The sandbox moves or leaves out some paths, and the console may have overrides for them. */
async function visit(
  served: Record<string, unknown>,
  told: Record<string, unknown>,
): Promise<{ found: Examined[]; words: string }> {
  sandbox = await startSandbox({
    port: 0,
    controlPort: null,
    smtpPort: 0,
    data: ':memory:',
    demo: true,
    paths: served,
  });
  const [admin] = demoAccounts.awanio;
  const [everything] = demoAccounts.dewavps;
  const targets: Target[] = [
    {
      backend: 'awanio',
      baseUrl: `${sandbox.apiUrl}/awanio/v2`,
      credential: { kind: 'password', username: admin.username, password: admin.password },
    },
    {
      backend: 'dewavps',
      baseUrl: `${sandbox.apiUrl}/dewavps/v1`,
      credential: { kind: 'key', key: everything.key },
    },
  ];
  const overrides = parseOverrides(told);
  const found: Examined[] = [];
  for (const target of targets) found.push(...(await examine(target, overrides, manner, () => {})));
  return { found, words: summary(found, overrides) };
}

const manner: Manner = {
  pause: async () => {},
  now: () => performance.now(),
  perMinute: 60_000,
  atOnce: 4,
  timeLimit: 30_000,
};

const moved = { A25: { path: '/{group_type}/{uuid}/machines' }, D76: { absent: true } };
const refsOf = (found: Examined[], kind: string) =>
  found.filter(({ finding }) => finding.verdict === kind).map(({ ref }) => ref);

describe('the doctor at the sandbox', () => {
  it('finds no difference', async () => {
    const { found } = await visit({}, {});
    expect(healthy(found)).toBe(true);
    expect(refsOf(found, 'ok')).toEqual(
      expect.arrayContaining(['A25', 'A26', 'D02', 'D04', 'D76', 'D77']),
    );
  });

  it('names the paths that are moved or absent, and no other', async () => {
    const { found, words } = await visit(moved, {});
    expect(healthy(found)).toBe(false);
    expect(refsOf(found, 'missing path').sort()).toEqual(['A25', 'D76']);
    expect(words).toContain('A25');
    expect(words).toContain('D76');
  });

  it('finds nothing if the overrides name these paths', async () => {
    const { found } = await visit(moved, moved);
    expect(healthy(found)).toBe(true);
    expect(refsOf(found, 'ok')).toContain('A25');
  });
});
