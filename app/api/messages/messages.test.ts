import { describe, expect, it } from 'vitest';
import { messageScript } from '@/lib/intl/scripts';
import { GET } from './[locale]/[namespaces]/route';

async function ask(src: string) {
  const [, locale = '', namespaces = ''] = /^\/api\/messages\/([^/]*)\/([^?]*)/.exec(src) ?? [];
  const params = Promise.resolve({ locale, namespaces });
  const answer = await GET(new Request(`http://localhost${src}`), { params });
  return {
    status: answer.status,
    kept: answer.headers.get('cache-control'),
    text: await answer.text(),
  };
}

describe('the script of some messages', () => {
  it('is cached forever under the address that a page names', async () => {
    const src = await messageScript('id', ['ssh-keys', 'ui']);
    const { status, kept, text } = await ask(src);
    expect(status).toBe(200);
    expect(kept).toContain('immutable');
    expect(text).toContain(JSON.stringify(src));
  });
  it('is the current one under an older address, and isn’t cached', async () => {
    const { status, kept } = await ask('/api/messages/en/ui?v=0123456789ab');
    expect([status, kept]).toEqual([200, 'no-store']);
  });
  it.each([
    '/api/messages/fr/ui?v=0123456789ab',
    '/api/messages/en/nothing?v=0123456789ab',
    '/api/messages/en/..%2Fui?v=0123456789ab',
    '/api/messages/en/ui',
  ])('%s is not there', async (src) => expect((await ask(src)).status).toBe(404));
});
