/** Runs a suite's tests twice: against Next's route handlers and against Node's server. */
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import { closePools } from '@/lib/backend';
import { json, startFakeBackend, type Asked, type FakeBackend } from './fake-backend';
import { nodeMount, routeMount, type Got, type Mount, type Sent } from './mounts';
import { applySettings, origin, signIn, type Person } from './world';

const kinds: [string, () => Promise<Mount>][] = [
  [
    'route handlers',
    async () =>
      routeMount({
        awanio: await import('@/app/api/awanio/[...path]/route'),
        dewavps: await import('@/app/api/dewavps/[...path]/route'),
      }),
  ],
  ['node server', nodeMount],
];

export class Stage {
  person: Person = { cookie: '', token: '', keys: { toko: '', gudang: '' }, sid: '', identity: '' };

  constructor(
    readonly mount: Mount,
    readonly awanio: FakeBackend,
    readonly dewavps: FakeBackend,
  ) {}

  settings(more: Record<string, string> = {}): void {
    applySettings({
      NUSA_AWANIO_URL: this.awanio.url,
      NUSA_DEWAVPS_URL: this.dewavps.url,
      ...more,
    });
  }

  async reset(): Promise<void> {
    for (const backend of [this.awanio, this.dewavps]) {
      backend.asked.length = 0;
      backend.respond = (_asked, response) => json(response, 200, { data: null });
    }
    this.settings();
    this.person = await signIn();
  }

  /** @param path after `/api` */
  get(path: string, sent: Sent = {}): Promise<Got> {
    return this.mount.send(`/api${path}`, {
      ...sent,
      headers: { cookie: this.person.cookie, ...sent.headers },
    });
  }

  /** Sends a change as our own page does; a text body is sent unchanged. */
  change(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Got> {
    const type: Record<string, string> =
      body === undefined ? {} : { 'content-type': 'application/json' };
    return this.mount.send(`/api${path}`, {
      method,
      headers: { cookie: this.person.cookie, origin, ...type, ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  /** The requests that both backends received. */
  asked(): Asked[] {
    return [...this.awanio.asked, ...this.dewavps.asked];
  }

  /** Expects our own refusal, without a call of a backend. */
  expectRefusal(got: Got, status: number, code: string): void {
    expect(got.json()).toMatchObject({ code, status });
    expect(got.status).toBe(status);
    expect(got.header('content-type')).toBe('application/problem+json');
    expect(this.asked()).toEqual([]);
  }
}

/**
 * Runs tests on both entries. @param write gets the stage, which is ready when tests run (not while they are
 * collected)
 */
export function onBothMounts(name: string, write: (stage: Stage) => void): void {
  describe.each(kinds)(`${name}, by %s`, (_, makeMount) => {
    const held: { stage?: Stage } = {};
    const current = (): Stage => {
      if (!held.stage) throw new Error('the stage stands only while tests run');
      return held.stage;
    };
    beforeAll(async () => {
      held.stage = new Stage(
        ...(await Promise.all([makeMount(), startFakeBackend(), startFakeBackend()])),
      );
    });
    beforeEach(() => current().reset());
    afterAll(async () => {
      const { mount, awanio, dewavps } = current();
      await Promise.all([mount.close(), closePools()]);
      await Promise.all([awanio.close(), dewavps.close()]);
    });
    write(
      new Proxy({} as Stage, {
        get: (_target, key) => {
          const value: unknown = Reflect.get(current(), key);
          return typeof value === 'function' ? (value.bind(current()) as unknown) : value;
        },
        set: (_target, key, value) => Reflect.set(current(), key, value),
      }),
    );
  });
}
