import { beforeEach, expect, it, vi } from 'vitest';
import { openScreen, type ScreenEvents } from './vnc';

/** A stand-in for noVNC's viewer: events come when the test sends them. */
const { rfbs, FakeRfb } = vi.hoisted(() => {
  const rfbs: InstanceType<typeof FakeRfb>[] = [];
  class FakeRfb {
    given: unknown[] = [];
    listeners = new Map<string, (event: { detail: unknown }) => void>();
    constructor(_: unknown, __: unknown, options: unknown) {
      this.given.push(options);
      rfbs.push(this);
    }
    addEventListener(type: string, listener: (event: { detail: unknown }) => void) {
      this.listeners.set(type, listener);
    }
    sendCredentials(credentials: unknown) {
      this.given.push(credentials);
    }
    disconnect() {
      this.send('disconnect', {});
    }
    send(type: string, detail: unknown) {
      this.listeners.get(type)?.({ detail });
    }
  }
  return { rfbs, FakeRfb };
});
vi.mock('@novnc/novnc', () => ({ default: FakeRfb }));

beforeEach(() => {
  rfbs.length = 0;
  vi.stubGlobal('window', {
    location: { href: 'https://console.example.id/' },
    matchMedia: () => ({ matches: false }),
  });
  vi.stubGlobal('WebSocket', class extends EventTarget {});
});

async function opened(password: string | null) {
  const events = {
    open: vi.fn(),
    dropped: vi.fn(),
    copied: vi.fn(),
    passwordCut: vi.fn(),
  } satisfies ScreenEvents;
  const target = { querySelector: () => null } as unknown as HTMLElement;
  await openScreen(target, { ticket: 'fake-ticket', password }, events);
  const [rfb] = rfbs;
  if (!rfb) throw new Error('no viewer was made');
  return { rfb, events };
}

it('gives the password when VNC asks for it, and says nothing of one that counts whole', async () => {
  const { rfb, events } = await opened('eight-ch');
  expect(rfb.given).toEqual([{ shared: true }]);
  rfb.send('credentialsrequired', { types: ['password'] });
  expect(rfb.given.at(-1)).toEqual({ password: 'eight-ch' });
  expect(events.passwordCut).not.toHaveBeenCalled();
  rfb.send('securityfailure', {});
  rfb.disconnect();
  expect(events.dropped).toHaveBeenCalledExactlyOnceWith('login');
});

it('says when VNC uses a part of the password alone, also where it is refused', async () => {
  const { rfb, events } = await opened('nine-char');
  rfb.send('credentialsrequired', { types: ['password'] });
  expect(events.passwordCut).toHaveBeenCalledExactlyOnceWith(9);
  rfb.send('securityfailure', {});
  rfb.disconnect();
  expect(events.dropped).toHaveBeenCalledExactlyOnceWith('login_cut');
});

it.each([
  ['there is no password', null, ['password']],
  ['a user name is asked for', 'fakepass', ['username', 'password']],
])('ends where %s', async (_, password, types) => {
  const { rfb, events } = await opened(password);
  rfb.send('credentialsrequired', { types });
  expect(events.dropped).toHaveBeenCalledExactlyOnceWith('login');
});
