/**
 * Operations that need a level wait until the level is known; the provider's own operations are for its
 * administrators.
 */
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

  it('passes an admin’s operations on, and reads the level once', async () => {
    levels(stage);
    const invoices = [1, 2, 3].map((page) =>
      stage.get(`/awanio/organizations/${own}/invoices?page=${page}`),
    );
    for (const got of await Promise.all(invoices)) expect(got.status).toBe(200);
    expect(asked().filter((line) => isAccount(line))).toHaveLength(1);
    expect(stage.awanio.asked).toHaveLength(4);
  });

  it('uses an organization in the body', async () => {
    levels(stage);
    const body = { organization_uuid: joined, amount: 50_000, payment_method: 'VC' };
    await refusedUnasked(stage.change('POST', '/awanio/payment/topup', body), 'A51');
  });

  it('requires some organization with the right if the operation names none', async () => {
    levels(stage, [[joined, 2]]);
    await refusedUnasked(stage.get('/awanio/payment/payment-method'), 'A49');
    stage.person = await signIn();
    levels(stage);
    expect((await stage.get('/awanio/payment/payment-method')).status).toBe(200);
  });

  it('refuses if the level can’t be read', async () => {
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

  it('passes a member’s operations on at once, and leaves projects to the backend', async () => {
    levels(stage);
    expect((await stage.get(`/awanio/organizations/${strange}/vms`)).status).toBe(200);
    const removed = await stage.change('DELETE', `/awanio/projects/${strange}/members/${own}`);
    expect(removed.status).toBe(200);
    expect(asked().some((line) => isAccount(line))).toBe(false);
  });

  it('allows the provider’s operations to its administrators while the setting does', async () => {
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

it('treats the operations of gateways and users as the provider’s', () => {
  const provider = refs.filter((ref) => operation(ref).permission === 'provider.admin');
  expect(provider).toEqual(['A47', 'A48', 'A53', 'AX2', 'AX3', 'AX4', 'AX5', 'AX6']);
});
