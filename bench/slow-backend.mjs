/*
 * A backend that is slow and strict: a proxy before the sandbox that adds a delay to each answer, lets each credential
 * make so many calls in any sixty seconds, and remembers every call.
 */
import { readFileSync } from 'node:fs';
import { Agent, createServer, request as send } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../scripts/root.mjs';

/** The operations of both backends, a path without parameters before one that they would fit. */
const operations = ['awanio', 'dewavps'].flatMap((backend) => {
  const { paths } = JSON.parse(readFileSync(path.join(root, 'docs', `openapi-${backend}.json`)));
  return Object.entries(paths)
    .toSorted(([one], [two]) => one.split('{').length - two.split('{').length)
    .flatMap(([where, methods]) => {
      const pattern = new RegExp(`^${where.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
      return Object.entries(methods).map(([method, { operationId: ref }]) => {
        return { backend, pattern, method: method.toUpperCase(), ref };
      });
    });
});

/**
 * What a request asks for, of a backend (`/dewavps/v1/…`) or of the console's own way to it (`/api/dewavps/main/…`).
 * @returns null for another address, else the operation's reference and a name that equal reads share
 */
export function askedFor(method, address) {
  const { pathname, searchParams } = new URL(address, 'http://any');
  const place =
    /^\/(?:api\/)?(?:(awanio)|(dewavps))(?:\/v\d|(?<=api\/dewavps)\/[^/]+)?(\/.*)$/.exec(pathname);
  if (!place) return null;
  const [, awanio, dewavps, rest] = place;
  const backend = awanio ?? dewavps;
  const found = operations.find(
    (one) => one.backend === backend && one.method === method && one.pattern.test(rest),
  );
  searchParams.sort();
  return { ref: found?.ref ?? rest, key: `${method} ${rest} ${searchParams}` };
}

/**
 * Starts the proxy on `port`.
 * @param target origin of the sandbox
 * @param options `delay` milliseconds for each answer; `perMinute` calls of a credential in any sixty seconds, more are
 *   answered 429
 * @returns `calls`: of each call its `ref`, `key`, `credential`, `start`, `end` (by Date.now(), null while it runs) and
 *   `status`; `stop` ends it
 */
export async function startSlowBackend(port, target, { delay, perMinute }) {
  const calls = [];
  const agent = new Agent({ keepAlive: true });
  const refused = (credential, now) => {
    if (!credential) return 0;
    const recent = calls.filter(
      (call) => call.credential === credential && call.status !== 429 && call.start > now - 60_000,
    );
    if (recent.length < perMinute) return 0;
    return Math.max(1, Math.ceil((recent.at(-perMinute).start + 60_000 - now) / 1000));
  };
  const server = createServer((asked, answer) => {
    const { method, url, headers } = asked;
    const credential = headers['x-apikey'] ?? headers.authorization;
    const start = Date.now();
    const seconds = refused(credential, start);
    const call = { ...askedFor(method, url), credential, start, end: null, status: 0 };
    calls.push(call);
    const end = async (status, head, body) => {
      call.status = status;
      await wait(delay);
      call.end = Date.now();
      answer.writeHead(status, head).end(body);
    };
    if (seconds > 0) {
      asked.resume();
      const head = { 'content-type': 'application/json', 'retry-after': String(seconds) };
      void end(429, head, JSON.stringify({ message: 'Too Many Attempts.' }));
      return;
    }
    const passed = send(`${target}${url}`, { method, headers, agent }, async (incoming) => {
      const parts = await incoming.toArray();
      await end(incoming.statusCode, incoming.headers, Buffer.concat(parts));
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () => {
    agent.destroy();
    server.closeAllConnections();
    server.close();
  };
  return { calls, stop };
}
