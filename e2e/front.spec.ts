import { test, expect } from './support/test';

const forged = 'Zm9yZ2VkLWZvcmdlZC1mb3JnZWQ';

test('answers 404 with a policy for Next’s internal paths', async ({ request }) => {
  const forging = {
    'x-nonce': forged,
    'content-security-policy': `script-src 'nonce-${forged}'`,
  };
  const paths = ['/_next/made-up', '/_next/image?url=%2Flogo.svg&w=64&q=75', '/_global-error'];
  for (const path of [...paths, '/_next/static/made-up.js', '/api/made-up', '/made-up']) {
    const answer = await request.get(path, { headers: forging });
    expect(answer.status(), path).toBe(404);
    expect(answer.headers()['content-security-policy'], path).toContain('frame-ancestors');
    expect(answer.headers()['content-security-policy'], path).not.toContain(forged);
    expect(await answer.text(), path).not.toContain(forged);
  }
  const page = await request.get('/sign-in', { headers: forging });
  const policy = page.headers()['content-security-policy'] ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
  expect(await page.text()).toContain(`nonce="${nonce}"`);
  expect(await page.text()).not.toContain(forged);
});

test('refuses methods that no page accepts, and has no server actions', async ({ request }) => {
  for (const method of ['TRACE', 'OPTIONS', 'PUT', 'DELETE', 'POST']) {
    const answer = await request.fetch('/sign-in', { method });
    expect(answer.status(), method).toBe(405);
    expect(answer.headers()['allow'], method).toBe('GET, HEAD');
  }
  for (const path of ['/api/health', '/api/awanio/user'])
    expect((await request.fetch(path, { method: 'TRACE' })).status(), path).toBe(405);
  const paths = ['/', '/sign-in', '/o/made-up', '/made-up', '/api/made-up', '/api/session/a/b'];
  for (const path of paths) {
    const headers = { 'next-action': 'a'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' };
    const called = await request.post(path, { headers, data: '[]' });
    expect(called.status(), path).toBe(404);
    const sent = await request.post(path, { multipart: { $ACTION_ID_aaaa: '' } });
    expect(sent.status(), path).toBe(404);
  }
});

test('serves pages to navigations with wrong headers', async ({ request }) => {
  for (const state of ['garbage', '%', '1', 'null', '%5B%22%22%2C%7B%22a%22%3A1%7D%5D', ''])
    for (const path of ['/sign-in', '/account', '/made-up']) {
      const headers = { rsc: '1', 'next-router-state-tree': state };
      const answer = await request.get(path, { headers });
      expect(answer.status(), `${path} ${state}`).toBeLessThan(500);
    }
});

test('serves pages for unusual URLs and hosts', async ({ request }) => {
  const paths = ['//', '/%00', '/%FF', '/;x', `/${'a'.repeat(9000)}`, '/_error', '/500', '/%0d%0a'];
  for (const path of [...paths, '/sign-in?next=%FF%', '/[org]', '/(auth)/sign-in', '/o/%ED%A0%80'])
    expect((await request.get(`/x/..${path}`)).status(), path).toBeLessThan(500);
  for (const host of ['[', '%', 'a b', 'u:p@h', 'x:99999', '///'])
    for (const path of ['/sign-in', '/', '/api/session', '/api/auth/csrf', '/api/health'])
      expect((await request.get(path, { headers: { host } })).status(), host).toBeLessThan(500);
});

test('shows the page again if its form is sent before hydration', async ({ request }) => {
  const answer = await request.post('/sign-in?next=%2Faccount', {
    form: { name: 'typed' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  expect(answer.headers()['location']).toBe('/sign-in?next=%2Faccount');
});
