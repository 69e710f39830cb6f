import { describe, expect, it } from 'vitest';
import { securityHeaders } from './headers';

const nonce = 'bm90LXJlYWxseS1yYW5kb20h';
const policy = (options: Parameters<typeof securityHeaders>[0]) =>
  securityHeaders(options)['content-security-policy'] ?? '';
const directive = (text: string, name: string) =>
  text.split('; ').find((part) => part.startsWith(`${name} `));

describe('security headers', () => {
  it('allow only a page’s own scripts', () => {
    const text = policy({ nonce, tls: false, dev: false });
    expect(directive(text, 'script-src')).toBe(`script-src 'nonce-${nonce}' 'strict-dynamic'`);
    expect(directive(text, 'style-src')).toBe(`style-src 'self' 'nonce-${nonce}'`);
    expect(directive(text, 'connect-src')).toBe("connect-src 'self'");
    expect(directive(text, 'frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(directive(text, 'base-uri')).toBe("base-uri 'none'");
    expect(text).not.toMatch(/unsafe|\*|https?:/);
  });

  it('allow more in development only for hot reloading', () => {
    const [loose, strict] = [
      policy({ nonce, tls: false, dev: true }),
      policy({ nonce, tls: false, dev: false }),
    ];
    const changed = loose.split('; ').filter((part) => !strict.split('; ').includes(part));
    expect(changed.map((part) => part.split(' ')[0])).toEqual([
      'script-src',
      'style-src',
      'connect-src',
    ]);
    expect(directive(loose, 'script-src')).not.toContain('unsafe-inline');
  });

  it('allow other answers to load nothing', () => {
    expect(directive(policy({ tls: false, dev: false }), 'default-src')).toBe("default-src 'none'");
  });

  it('contain HSTS only behind TLS', () => {
    expect(securityHeaders({ tls: false, dev: false })).not.toHaveProperty(
      'strict-transport-security',
    );
    expect(securityHeaders({ tls: true, dev: false })['strict-transport-security']).toMatch(
      /^max-age=\d{8}/,
    );
  });

  it('refuse a nonce that could end the directive', () => {
    for (const bad of ['', 'short', "x'; script-src *", `${nonce}\r\nX-Evil: 1`]) {
      expect(() => securityHeaders({ nonce: bad, tls: false, dev: false })).toThrow(TypeError);
    }
  });

  it('allow connections only to the store’s origin, where there is one', () => {
    const connections = (store?: string) =>
      directive(policy({ nonce, tls: true, dev: false, store }), 'connect-src');
    expect(connections()).toBe("connect-src 'self'");
    expect(connections('https://s3.example.id/')).toBe("connect-src 'self' https://s3.example.id");
  });

  it('allow images only from the logo’s origin', () => {
    const images = (logo?: string) =>
      directive(policy({ nonce, tls: true, dev: false, logo }), 'img-src');
    expect(images()).toBe("img-src 'self' data: blob:");
    expect(images('/logo.svg')).toBe("img-src 'self' data: blob:");
    expect(images('https://cdn.example.id/a/logo.png')).toBe(
      "img-src 'self' data: blob: https://cdn.example.id",
    );
    expect(images("https://cdn.example.id/; script-src 'unsafe-inline'")).toBe(
      "img-src 'self' data: blob: https://cdn.example.id",
    );
  });
});
