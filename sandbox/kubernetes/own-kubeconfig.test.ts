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

describe('ownKubeconfig', () => {
  it.each(['433e40', '716064e0', '192', 'true', '0x1f'])(
    'keeps %s a text, in YAML 1.1 and 1.2',
    async (name) => {
      const given = await fileOf(name);
      for (const text of [given, given.replaceAll(JSON.stringify(name), name)]) {
        const own = ownKubeconfig(text, { uuid, name });
        for (const version of ['1.1', '1.2'] as const) {
          const file = parse(own.text, { version }) as { 'current-context': unknown };
          expect(file['current-context']).toBe(`${name}-1a2b3c4d`);
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
