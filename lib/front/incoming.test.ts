import { describe, expect, it } from 'vitest';
import { cleanHeaders, isRouterState } from './incoming';

function cleaned(headers: Record<string, string>, trusted = false) {
  const copy: Record<string, string | string[] | undefined> = { ...headers };
  cleanHeaders(copy, '192.0.2.9', trusted);
  return copy;
}

describe('cleanHeaders', () => {
  it('removes headers that only we or Next may set', () => {
    const forged = {
      'x-nonce': 'forged',
      'x-nusa-path': '/elsewhere',
      'x-nusa-anything': '1',
      'content-security-policy': `script-src 'nonce-forged'`,
      'content-security-policy-report-only': `script-src 'nonce-forged'`,
      'x-middleware-subrequest': 'proxy:proxy',
      'x-middleware-rewrite': '/elsewhere',
      'x-invoke-status': '500',
      'x-matched-path': '/elsewhere',
      'x-now-route-matches': '1=x',
      'x-nextjs-data': '1',
      'next-resume': '1',
    };
    expect(cleaned(forged, true)).toEqual({});
  });

  it('keeps headers that pages, proxies and browsers may set', () => {
    const fine = {
      host: 'console.example.id',
      cookie: 'theme=dark',
      'x-nusa-identity': 'somebody',
      'x-nusa-fresh': '1',
      'x-nusa-again': '1',
      'x-request-id': 'request-1',
      rsc: '1',
      'next-url': '/',
      'next-router-prefetch': '1',
      'next-router-segment-prefetch': '/_tree',
    };
    expect(cleaned({ ...fine, 'x-forwarded-for': '203.0.113.7' }, true)).toEqual({
      ...fine,
      'x-forwarded-for': '203.0.113.7',
    });
  });

  it("sets the connection's address if no proxy is trusted", () => {
    const forged = {
      forwarded: 'for=203.0.113.7',
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-host': 'elsewhere.example',
      'x-forwarded-proto': 'https',
      'x-real-ip': '203.0.113.7',
    };
    expect(cleaned(forged)).toEqual({ 'x-forwarded-for': '192.0.2.9' });
    expect(cleaned({})).toEqual({ 'x-forwarded-for': '192.0.2.9' });
  });

  it('removes a router state that Next could not parse', () => {
    const name = 'next-router-state-tree';
    expect(cleaned({ [name]: 'garbage' }, true)).toEqual({});
    const fine = encodeURIComponent('["",{}]');
    expect(cleaned({ [name]: fine }, true)).toEqual({ [name]: fine });
  });
});

describe('isRouterState', () => {
  const readable = (value: unknown) => isRouterState(encodeURIComponent(JSON.stringify(value)));

  it('accepts what Next sends', () => {
    const leaf = ['__PAGE__?{"a":"b"}', {}, null, null, 16];
    expect(readable(['', { children: ['o', { children: leaf }] }, null, 'refetch', 1])).toBe(true);
    expect(readable([['org', 'a-b', 'd', null], { children: leaf }, ['/o/a-b', '']])).toBe(true);
    expect(readable([['path', 'a/b', 'oc', ['new']], { side: leaf }])).toBe(true);
    expect(readable([['vm', 'a', 'di(..)(..)', null], {}])).toBe(true);
  });

  it('refuses everything else', () => {
    const wrong = [
      1,
      null,
      {},
      [],
      [''],
      ['', null],
      ['', { children: 1 }],
      [1, {}],
      ['', {}, 'x'],
    ];
    const more = [
      ['', {}, null, 'x'],
      ['', {}, null, null, 'x'],
      [['a', 'b', 'z', null], {}],
    ];
    for (const one of [...wrong, ...more]) expect(readable(one), JSON.stringify(one)).toBe(false);
    for (const text of ['', '%', 'garbage', '%5B'.repeat(9000)])
      expect(isRouterState(text)).toBe(false);
    const deep = `${'["",{"a":'.repeat(1500)}["",{}]${'}]'.repeat(1500)}`;
    expect(isRouterState(deep)).toBe(false);
  });
});
