import { describe, expect, it } from 'vitest';
import { makeLogger } from '@/lib/log/log';
import { handleAuth } from './auth-handler';
import { answering } from './http';
import { ownOrigin } from '@/lib/access/origin';
import { request, useSettings } from './testing';

describe('a handler that fails', () => {
  it('tells the browser nothing, and logs the place without secrets', async () => {
    useSettings();
    const lines: string[] = [];
    const value = makeLogger('info', { write: (line: string) => void lines.push(line) });
    (globalThis as { [name: symbol]: unknown })[Symbol.for('nusa.log')] = { value };
    const fail = () => Promise.reject(new TypeError('bad header token=fake-canary-value-1'));
    const answer = await answering('request-0001', fail);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/canary|TypeError|http\.test/);
    expect(lines.join()).toMatch(/TypeError.*http\.test/);
    expect(lines.join()).toContain('request-0001');
    expect(lines.join()).not.toContain('fake-canary-value-1');
    delete (globalThis as { [name: symbol]: unknown })[Symbol.for('nusa.log')];
  });
});

describe('an invalid host', () => {
  it('breaks nothing', async () => {
    useSettings({ NUSA_ORIGINS: '' });
    const host = (text: string) => ({ get: () => text });
    expect(ownOrigin(host('['))).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(ownOrigin(host('user@console.example.test'))).toBe('http://console.example.test');
    const odd = request('/api/auth/csrf');
    odd.headers.set('host', '[');
    expect((await handleAuth(odd, ['csrf'])).status).toBe(200);
  });
});
