import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { makeAuthority } from './certificates';
import { kubeconfigText } from './kubeconfig';
import type { ProblemError } from '@/lib/problem';
import { ownKubeconfig } from '@/lib/documents/kubeconfig';

const uuid = '1a2b3c4d-0000-4000-8000-000000000000';
const fileOf = async (name: string, ends = Date.parse('2049-12-31T23:59:59Z')) => {
  const client = await makeAuthority(name, ends);
  return kubeconfigText({
    name,
    server: 'https://127.0.0.1:4164',
    serverName: 'a.cluster',
    authority: client.certificate,
    client,
  });
};

/** Every name of a kubeconfig as a parser reads it: of cluster, user and context, what the context names, and the one in use. */
function namesIn(text: string, version: '1.1' | '1.2' = '1.2'): unknown[] {
  const file = parse(text, { version }) as {
    clusters: { name: unknown }[];
    users: { name: unknown }[];
    contexts: { name: unknown; context: { cluster: unknown; user: unknown } }[];
    'current-context': unknown;
  };
  const [{ name, context } = { name: null, context: { cluster: null, user: null } }] =
    file.contexts;
  return [
    ...file.clusters.map((each) => each.name),
    ...file.users.map((each) => each.name),
    name,
    context.cluster,
    context.user,
    file['current-context'],
  ];
}

describe('ownKubeconfig', () => {
  it.each(['433e40', '716064e0', '192', 'true', '0x1f'])(
    'keeps %s a text, in YAML 1.1 and 1.2',
    async (name) => {
      const given = await fileOf(name);
      for (const text of [given, given.replaceAll(JSON.stringify(name), name)]) {
        const own = ownKubeconfig(text, { uuid, name });
        for (const version of ['1.1', '1.2'] as const) {
          expect(namesIn(own.text, version)).toEqual(Array(6).fill(`${name}-1a2b3c4d`));
        }
      }
    },
  );

  it.each(['2049-12-31T23:59:59.000Z', '2050-01-01T00:00:00.000Z'])(
    'reads the end %s of the certificate',
    async (ends) => {
      const text = await fileOf('web', Date.parse(ends));
      expect(ownKubeconfig(text, { uuid, name: 'web' }).ends).toBe(ends);
    },
  );

  it('gives two clusters of one name names of their own', async () => {
    const text = await fileOf('web');
    const [one, two] = ['11111111-a', '22222222-a'].map((id) =>
      ownKubeconfig(text, { uuid: id, name: 'web' }),
    );
    expect([one?.context, two?.context]).toEqual(['web-11111111', 'web-22222222']);
    expect(namesIn(one?.text ?? '')).toEqual(Array(6).fill('web-11111111'));
    expect(namesIn(two?.text ?? '')).toEqual(Array(6).fill('web-22222222'));
  });

  it('uses only characters that a shell and a header take', async () => {
    const name = "toko \u201ckopi\u201d'; rm é";
    expect(ownKubeconfig(await fileOf('web'), { uuid, name }).context).toBe(
      'toko-kopi-rm--1a2b3c4d',
    );
  });

  it('copies no command that the file would run', async () => {
    const text = (await fileOf('web')).replace('  user:\n', '  user:\n    exec: {command: "rm"}\n');
    expect(text).toContain('exec');
    expect(ownKubeconfig(text, { uuid, name: 'web' }).text).not.toContain('exec');
  });

  it('never quotes a file that it can’t read', () => {
    for (const text of ['a: [secret', 'secret', 'clusters: []']) {
      try {
        ownKubeconfig(text, { uuid, name: 'web' });
        expect.unreachable();
      } catch (error) {
        expect((error as ProblemError).problem.code).toBe('backend_unreadable');
        expect(JSON.stringify((error as ProblemError).problem)).not.toContain('secret');
      }
    }
  });
});
