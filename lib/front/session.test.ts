import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { cookieHeader, fakeSession, useSettings } from '@/lib/session/testing';
import { answerSession, asksForSession } from './session';

it('answers GET /api/session and leaves other requests to Next', () => {
  const takes = (method: string, url: string) => asksForSession({ method, url });
  expect(takes('GET', '/api/session')).toBe(true);
  expect(takes('GET', '/api/session?x=1')).toBe(true);
  for (const method of ['HEAD', 'POST', 'OPTIONS'])
    expect(takes(method, '/api/session')).toBe(false);
  for (const url of ['/api/session/touch', '/api/sessions', '/x/api/session'])
    expect(takes('GET', url)).toBe(false);
});

it("reads the session from the request's cookies", async () => {
  useSettings();
  const server = createServer((request, response) => void answerSession(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/session`;
  const ask = async (headers: Record<string, string> = {}) => {
    const answer = await fetch(url, { headers });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-type')).toBe('application/json');
    return (await answer.json()) as unknown;
  };
  const session = fakeSession();
  const cookie = await cookieHeader(session);
  expect(await ask({ cookie })).toMatchObject({ signedIn: true, identity: session.identity });
  expect(await ask()).toEqual({ signedIn: false });
  server.close();
});
