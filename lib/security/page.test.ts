import { describe, expect, it } from 'vitest';
import { isPage, pageHeaders } from './page';

const options = { tls: true, dev: false };

describe('the headers of a page', () => {
  it('contain the same nonce in the request and both policies, and a new one for each page', () => {
    const { onward, answer } = pageHeaders('/', options);
    expect(answer['content-security-policy']).toContain(`'nonce-${onward['x-nonce']}'`);
    expect(onward['content-security-policy']).toBe(answer['content-security-policy']);
    expect(pageHeaders('/', options).onward['x-nonce']).not.toBe(onward['x-nonce']);
  });
  it.each([
    ['/o/a/vms?q=x', '/o/a/vms?q=x'],
    ['/o/a/vms?_rsc=1a2b', '/o/a/vms'],
    ['/o/a/vms?q=x&_rsc=1a2b', '/o/a/vms?q=x'],
    ['/o/a/vms?_rsc=1a2b&q=x', '/o/a/vms?q=x'],
  ])('from %s, sign-in returns to %s', (path, back) =>
    expect(pageHeaders(path, options).onward['x-nusa-path']).toBe(back),
  );
  it.each([
    ['/', true],
    ['/buckets/my.bucket', true],
    ['/api/health', false],
    ['/_next/static/chunks/a.js', false],
  ])('%s is a page: %s', (path, yes) => expect(isPage(path)).toBe(yes));
});
