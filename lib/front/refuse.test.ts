import { describe, expect, it } from 'vitest';
import { refusalOf, routedPath } from './refuse';

const ask = (method: string, target: string, headers = {}, dev = false) =>
  refusalOf({ method, headers }, target, dev);
const status = (...given: Parameters<typeof ask>) => ask(...given)?.status ?? null;

describe('refusalOf', () => {
  it('allows reading pages and calling handlers', () => {
    for (const page of ['/', '/sign-in?next=/o/a', '/o/a.b/vms', '/logo.svg', '/_next/static/x.js'])
      for (const method of ['GET', 'HEAD']) expect(ask(method, page), page).toBeNull();
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      expect(ask(method, '/api/session'), method).toBeNull();
  });

  it.each(['TRACE', 'CONNECT', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'POST'])(
    'answers %s of a page with 405 and the allowed methods',
    (method) => {
      expect(ask(method, '/sign-in')).toMatchObject({
        status: 405,
        headers: { allow: 'GET, HEAD' },
      });
    },
  );

  it('answers TRACE and other unknown methods of a handler with 405', () => {
    for (const method of ['TRACE', 'PROPFIND', 'M-SEARCH', 'LINK']) {
      expect(status(method, '/api/health')).toBe(405);
      expect(status(method, '/api/awanio/user')).toBe(405);
    }
  });

  it('answers server actions with 404', () => {
    const action = { 'next-action': 'a'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' };
    expect(status('POST', '/sign-in', action)).toBe(404);
    expect(status('POST', '/sign-in', { 'content-type': 'Multipart/form-data; boundary=x' })).toBe(
      404,
    );
  });

  it('redirects to the page when its form was sent before hydration', () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(ask('POST', '/vps/main/instances/new?from=1', form)).toMatchObject({
      status: 303,
      headers: { location: '/vps/main/instances/new?from=1' },
    });
    for (const elsewhere of ['//evil.example/x', '/\\evil.example'])
      expect(status('POST', elsewhere, form)).toBe(405);
  });

  it("hides Next's internal paths", () => {
    const hidden = ['/_next/x', '/_next/image?url=/x', '/_next/data/x/y.json', '/_global-error?x'];
    const crooked = ['/a/../_next/x', '/a/%2e%2E/_global-error', '/./_next/image', '/_next/static'];
    for (const path of [...hidden, ...crooked, '/_next/static/../x'])
      expect(status('GET', path), path).toBe(404);
  });

  it('allows the paths of the development server', () => {
    expect(ask('POST', '/__nextjs_original-stack-frames', {}, true)).toBeNull();
    expect(ask('GET', '/_next/webpack-hmr', {}, true)).toBeNull();
    expect(status('TRACE', '/sign-in', {}, true)).toBe(405);
  });
});

it('normalizes a path as Next does', () => {
  expect(routedPath('/a/b?c=/../d')).toBe('/a/b');
  expect(routedPath('/a/.well-known/x#y')).toBe('/a/.well-known/x');
  expect(routedPath('/a/./../b/%2e%2e/c')).toBe('/c');
  expect(routedPath('/../..')).toBe('/');
});
