import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pictureMark } from '@/lib/contract/reading/pictures';
import {
  answersBy,
  cookieHeader,
  fakeKeySession,
  fakeAccount,
  fakeSession,
  request,
  useSettings,
} from '@/lib/session/testing';
import { showIcon } from './icons-api';

const { callRaw, fetchOutside } = vi.hoisted(() => ({ callRaw: vi.fn(), fetchOutside: vi.fn() }));
vi.mock('@/lib/backend/call', () => ({ call: callRaw, callRaw }));
vi.mock('@/lib/outside/fetch', () => ({ fetchOutside }));

const png = (width: number, height: number) => {
  const data = Buffer.alloc(64);
  data.write('89504e470d0a1a0a0000000d49484452', 0, 'hex');
  data.writeUInt32BE(width, 16);
  data.writeUInt32BE(height, 20);
  return data;
};
const good = png(8, 8).toString('base64');
const at = (host: string) => `${host}/icons/a.png`;

let icon: string | null = null;
const answers = () => ({
  A04: {
    avatar: icon,
    organizations: [{ organization: { uuid: 'o1', icon }, user_level: 1 }],
  },
  A10: { data: [{ users: { uuid: 'u1', avatar: icon } }] },
  A15: { data: [{ uuid: 'p1', icon, organization: { uuid: 'o2', icon } }] },
});

async function ask(path: string, { signedIn = true, mark = pictureMark(icon) } = {}) {
  const cookie = signedIn ? await cookieHeader(fakeSession()) : '';
  const url = `/api/icons/${path}?v=${mark}`;
  return showIcon(request(url, { cookie }), path.split('/'));
}

describe('GET /api/icons', () => {
  beforeEach(() => {
    useSettings({ NUSA_ICON_HOSTS: 'img.example.id,localhost:4999' });
    icon = good;
    fetchOutside.mockReset();
    callRaw.mockReset().mockImplementation(answersBy(answers));
  });

  it.each([
    'me',
    'organizations/o1',
    'organizations/o2',
    'projects/p1',
    'organizations/o1/members/u1',
  ])('shows the picture of %s without any rights', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; .*; sandbox$/,
      ) as string,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png(8, 8));
  });

  it.each([
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>').toString('base64')],
    ['SVG', `data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`],
    [
      'HTML called a picture',
      `data:image/png;base64,${Buffer.from('<html></html>').toString('base64')}`,
    ],
    ['a trap of many pixels', png(60_000, 60_000).toString('base64')],
    ['20 MB', png(8, 8).toString('base64') + 'A'.repeat(20_000_000)],
    ['a digest', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['nothing', null],
  ])('answers 404 to %s', async (_, text) => {
    icon = text;
    const answer = await ask('organizations/o1');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
    expect(fetchOutside).not.toHaveBeenCalled();
  });

  it.each([
    'organizations/none',
    'projects/none',
    'organizations/o1/members/none',
    'users/u1',
    'x',
    'organizations/o1/icon/u1',
  ])('knows no %s', async (path) => expect((await ask(path)).status).toBe(404));

  it('asks a listed host for an address, and checks what it sends', async () => {
    icon = at('img.example.id');
    fetchOutside.mockResolvedValue({ ok: true, type: 'image/png', body: png(8, 8) });
    expect((await ask('me')).status).toBe(200);
    expect((await ask('me')).status).toBe(200);
    expect(fetchOutside).toHaveBeenCalledTimes(1);
    expect(fetchOutside).toHaveBeenCalledWith(
      'https://img.example.id/icons/a.png',
      expect.objectContaining({
        hosts: ['img.example.id', 'localhost:4999'],
        privateHosts: ['localhost:4999'],
      }),
    );
    icon = at('localhost:4999');
    fetchOutside.mockResolvedValue({ ok: true, type: 'image/png', body: png(60_000, 60_000) });
    expect((await ask('me')).status).toBe(404);
    expect(fetchOutside).toHaveBeenLastCalledWith(
      'http://localhost:4999/icons/a.png',
      expect.anything(),
    );
  });

  it('reads anew when the page knows of another picture, and keeps none that isn’t it', async () => {
    const answer = await ask('me', { mark: '0000000000000000' });
    expect(callRaw).toHaveBeenLastCalledWith('A04', {}, expect.anything(), {
      keepFor: 60_000,
      fresh: true,
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('answers nobody who isn’t signed in, or has no cloud account', async () => {
    expect((await ask('me', { signedIn: false })).status).toBe(401);
    const account = fakeAccount('toko');
    const cookie = await cookieHeader(fakeKeySession(account), [account]);
    expect((await showIcon(request('/api/icons/me', { cookie }), ['me'])).status).toBe(403);
  });
});
