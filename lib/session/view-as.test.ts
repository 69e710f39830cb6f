import { beforeEach, describe, expect, it } from 'vitest';
import { readSession } from './read';
import { touchSession } from './session-api';
import {
  cookieHeader,
  fakeAccount,
  fakeSession,
  request,
  useSettings,
  TEST_ORIGIN,
} from './testing';
import { endView, endViewByForm } from './view-as-api';

const viewAs = { id: 'fake-view-0123456789', org: 'kopi', role: 'member' } as const;
const cookie = (id: string = viewAs.id) =>
  cookieHeader(fakeSession({ viewAs: { ...viewAs, id } }), [fakeAccount('toko')]);
let views = 0;
const own = fakeSession().identity;
/** The session that the answer's cookies make. */
const after = (answer: Response) =>
  readSession(
    answer.headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0])
      .join('; '),
  );

function asked(method: string, from: string, headers: Record<string, string>): Request {
  const sent = request('/api/session/view-as', { method, cookie: from });
  for (const [name, value] of Object.entries(headers)) sent.headers.set(name, value);
  return sent;
}

beforeEach(() => useSettings());

describe('a session in a view', () => {
  it('has an identity of its own, and no DewaVPS accounts', async () => {
    const session = await readSession(await cookie());
    expect(session).toMatchObject({ identity: `${own}~member~kopi`, accounts: [], viewAs });
  });

  it('outlasts being prolonged, by its own pages alone', async () => {
    const seen = Date.now() - 5 * 60_000;
    const old = await cookieHeader(fakeSession({ viewAs, seen }));
    const touch = (identity: string) =>
      touchSession(asked('POST', old, { 'x-nusa-identity': encodeURIComponent(identity) }));
    expect((await touch(own)).status).toBe(401);
    const touched = await touch(`${own}~member~kopi`);
    expect(touched.status).toBe(200);
    expect((await after(touched))?.viewAs).toEqual(viewAs);
  });

  it('stays ended where a request of the same moment brings its cookie back', async () => {
    const seen = Date.now() - 5 * 60_000;
    const view = { ...viewAs, id: 'fake-view-that-comes-back' };
    const old = await cookieHeader(fakeSession({ viewAs: view, seen }));
    const [touched, ended] = await Promise.all([
      touchSession(asked('POST', old, {})),
      endView(asked('DELETE', old, { origin: TEST_ORIGIN })),
    ]);
    expect([touched.status, ended.status]).toEqual([200, 200]);
    const back = await after(touched);
    expect(back?.identity).toBe(own);
    expect(back?.viewAs).toBeUndefined();
    const again = await cookieHeader(
      fakeSession({ viewAs: { ...view, id: 'fake-view-begun-again' } }),
    );
    expect((await readSession(again))?.viewAs).toBeDefined();
  });

  it('ends by a call and by the bar’s form, but not from another site', async () => {
    const ask = async (headers: Record<string, string>) =>
      asked('DELETE', await cookie(`fake-view-${(views += 1)}-0123456789`), headers);
    expect((await endView(await ask({ origin: 'https://evil.test' }))).status).toBe(403);
    const ended = await endView(await ask({ origin: TEST_ORIGIN }));
    expect(await ended.json()).toEqual({ identity: own });
    expect(await after(ended)).toMatchObject({ identity: own });
    const form = { origin: 'null', 'sec-fetch-site': 'cross-site' };
    expect((await endViewByForm(await ask(form))).status).toBe(403);
    const byForm = await endViewByForm(await ask({ ...form, 'sec-fetch-site': 'same-origin' }));
    expect([byForm.status, byForm.headers.get('location')]).toEqual([303, '/']);
    expect((await after(byForm))?.viewAs).toBeUndefined();
  });
});
