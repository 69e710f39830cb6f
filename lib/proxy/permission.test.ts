/** What needs a level waits until the level is known; the provider's own operations are its administrators'. */
import { expect, it } from 'vitest';
import { operation, refs } from '@/lib/contract';
import { json } from './testing/fake-backend';
import { onBothMounts, type Stage } from './testing/stage';
import { signIn } from './testing/world';

const own = '81d4c6b6-dcea-42f6-8152-03de276d6da1';
const joined = '81d4c6b6-dcea-42f6-8152-03de276d6da2';
const strange = '81d4c6b6-dcea-42f6-8152-03de276d6da3';
const isAccount = (url: string) => url.endsWith('/accounts/me');

/** A person who is admin of one organization and member of another. */
function levels(
  stage: Stage,
  list = [
    [own, 1],
    [joined, 2],
  ] as [string, number][],
): void {
  stage.awanio.respond = ({ url }, response) => {
    const organizations = list.map(([uuid, user_level]) => ({
      organization: { uuid, name: uuid },
      user_level,
    }));
    if (isAccount(url)) return json(response, 200, { data: { uuid: 'u-1', organizations } });
    json(response, 200, { data: [] });
  };
}

onBothMounts('the proxy and levels', (stage) => {
  const asked = () => stage.awanio.asked.map(({ method, url }) => `${method} ${url}`);
  const refusedUnasked = async (got: ReturnType<typeof stage.get>, ref: string) => {
    expect((await got).json()).toMatchObject({ code: 'no_access', status: 403, ref });
    expect(asked().filter((line) => !isAccount(line))).toEqual([]);
  };

  it.each([
    ['A45', 'GET', (uuid: string) => `/organizations/${uuid}/invoices`, undefined],
    ['A35', 'POST', (uuid: string) => `/organizations/${uuid}/vouchers/redeem`, { code: 'HEMAT' }],
    ['A08', 'PUT', (uuid: string) => `/organizations/${uuid}`, { name: 'Baru' }],
    ['A13', 'DELETE', (uuid: string) => `/organizations/${uuid}/members/${own}`, undefined],
  ] as const)(
    '%s by a member, as the first thing asked, never reaches the backend',
    async (ref, method, path, body) => {
      for (const uuid of [joined, strange]) {
        levels(stage);
        stage.person = await signIn();
        stage.awanio.asked.length = 0;
        const sent =
          method === 'GET'
            ? stage.get(`/awanio${path(uuid)}`)
            : stage.change(method, `/awanio${path(uuid)}`, body);
        await refusedUnasked(sent, ref);
        expect(asked()).toHaveLength(1);
      }
    },
  );

  it('what an admin asks goes on, and the level is asked for once', async () => {
    levels(stage);
    const invoices = [1, 2, 3].map((page) =>
      stage.get(`/awanio/organizations/${own}/invoices?page=${page}`),
    );
    for (const got of await Promise.all(invoices)) expect(got.status).toBe(200);
    expect(asked().filter((line) => isAccount(line))).toHaveLength(1);
    expect(stage.awanio.asked).toHaveLength(4);
  });

  it('an organization named in the body counts', async () => {
    levels(stage);
    const body = { organization_uuid: joined, amount: 50_000, payment_method: 'VC' };
    await refusedUnasked(stage.change('POST', '/awanio/payment/topup', body), 'A51');
  });

  it('what names no organization needs one with that right', async () => {
    levels(stage, [[joined, 2]]);
    await refusedUnasked(stage.get('/awanio/payment/payment-method'), 'A49');
    stage.person = await signIn();
    levels(stage);
    expect((await stage.get('/awanio/payment/payment-method')).status).toBe(200);
  });

  it('a level that can’t be learnt opens nothing', async () => {
    const path = `/awanio/organizations/${own}/invoices`;
    for (const [status, code] of [
      [500, 'backend_error'],
      [404, 'no_access'],
      [401, 'credential_refused'],
    ] as const) {
      stage.awanio.respond = (_asked, response) =>
        json(response, status, { message: 'no', result: false });
      stage.person = await signIn();
      expect((await stage.get(path)).json()).toMatchObject({ code, ref: 'A45' });
    }
    stage.awanio.respond = (_asked, response) => json(response, 200, { data: ['odd'] });
    stage.person = await signIn();
    expect((await stage.get(path)).json()).toMatchObject({ code: 'backend_unreadable' });
    expect(asked().every((line) => isAccount(line))).toBe(true);
  });

  it('what a member may do does not wait, and a project is the backend’s to judge', async () => {
    levels(stage);
    expect((await stage.get(`/awanio/organizations/${strange}/vms`)).status).toBe(200);
    const removed = await stage.change('DELETE', `/awanio/projects/${strange}/members/${own}`);
    expect(removed.status).toBe(200);
    expect(asked().some((line) => isAccount(line))).toBe(false);
  });

  it('the provider’s operations are for its administrators, while the setting lets them in', async () => {
    const gateways = () => stage.get('/awanio/payment/payment-gateway');
    levels(stage);
    stage.settings({ NUSA_PROVIDER_ADMIN: '1' });
    await refusedUnasked(gateways(), 'A47');
    await refusedUnasked(stage.get('/awanio/sa/users'), 'AX2');
    stage.person = await signIn({ provider: true });
    expect((await gateways()).status).toBe(200);
    expect(asked()).toEqual(['GET /base/payment/payment-gateway']);
    stage.settings();
    stage.awanio.asked.length = 0;
    await refusedUnasked(gateways(), 'A47');
    expect(asked()).toEqual([]);
  });
});

it('the provider’s operations are those of its gateways and its users', () => {
  const provider = refs.filter((ref) => operation(ref).permission === 'provider.admin');
  expect(provider).toEqual(['A47', 'A48', 'A53', 'AX2', 'AX3', 'AX4', 'AX5', 'AX6']);
});
