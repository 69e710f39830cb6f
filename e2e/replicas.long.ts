import type { Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { replicaUrl, startRedis, startReplica, type Running } from './support/replicas';
import { openSession } from './support/session';
import { cloud, expect, test } from './support/test';
import { account, instancesPath } from './support/vps';

const [one, two, three] = [0, 1, 2].map(replicaUrl) as [string, string, string];
const secret = randomBytes(32).toString('hex');
const running: Running[] = [];
let redis: Running;

test.beforeAll(async () => {
  redis = startRedis();
  running.push(...(await Promise.all([startReplica(0, secret), startReplica(1, secret)])));
});
test.afterAll(async () => {
  await Promise.all([...running, redis].map((each) => each.stop()));
});

/** Signs out at a replica, then restores the cookies, as a thief would who has a copy of them. */
async function signOut(page: Page, origin: string): Promise<void> {
  const context = page.context();
  const kept = await context.cookies();
  const { csrfToken } = (await (await context.request.get(`${origin}/api/auth/csrf`)).json()) as {
    csrfToken: string;
  };
  const form = { csrfToken, json: 'true' };
  const answer = await context.request.post(`${origin}/api/auth/signout`, {
    form,
    headers: { origin },
  });
  expect(answer.ok()).toBe(true);
  await context.clearCookies();
  await context.addCookies(kept);
}

const signedIn = async (page: Page, origin: string) =>
  ((await (await page.request.get(`${origin}/api/session`)).json()) as { signedIn: boolean })
    .signedIn;
const callStatus = async (page: Page, origin: string) =>
  (await page.request.get(`${origin}/api/dewavps/${account}/instance`)).status();

/** Opens a machine's console socket on a page. The page's title then says how the socket was closed. */
async function openSocket(page: Page, origin: string, instance: string): Promise<string> {
  const answer = await page.request.post(`${origin}/api/console/ticket`, {
    data: { account, instance },
    headers: { origin },
  });
  if (!answer.ok()) return `no ticket: ${answer.status()}`;
  const { ticket } = (await answer.json()) as { ticket: string };
  return page.evaluate(
    (protocol) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket('/api/console/socket', ['binary', protocol]);
        socket.addEventListener('open', () => resolve('open'));
        socket.addEventListener('close', ({ code }) => {
          document.title = `closed ${code}`;
          resolve(document.title);
        });
      }),
    `nusa.ticket.${ticket}`,
  );
}

test('equal payments at two replicas at once are one', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 0 } });
  await openSession(page, tenant, 'dewavps', { label: account, origin: one });
  const pay = async (origin: string) => {
    const answer = await page.request.post(`${origin}/api/payments/vps/${account}`, {
      data: { method: 'BC', amount: 80_000 },
      headers: { origin },
    });
    return ((await answer.json()) as { payment: { id: string } }).payment.id;
  };
  const origins = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? one : two));
  const ids = await Promise.all(origins.map(pay));
  expect(new Set(ids).size).toBe(1);
  expect(await cloud.payments(tenant)).toHaveLength(1);
});

test('every replica refuses a session that signed out at one, also after a restart of Redis', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const tenant = await cloud.createTenant({ dewavps: { instances: 1 } });
  await openSession(page, tenant, 'dewavps', { origin: one });
  const first = await context.cookies();
  // Both replicas serve the session: a page, a call, and a console's socket.
  await page.goto(`${two}${instancesPath}`);
  await expect(page.getByRole('link', { name: 'instance-1' })).toBeVisible();
  expect(await callStatus(page, two)).toBe(200);
  const { data } = (await (
    await page.request.get(`${two}/api/dewavps/${account}/instance`)
  ).json()) as { data: { uuid: string }[] };
  const instance = data[0]?.uuid ?? '';
  const screen = await context.newPage();
  await screen.goto(`${two}/sign-in/none-such`);
  expect(await openSocket(screen, two, instance)).toBe('open');

  await signOut(page, one);
  await expect(screen).toHaveTitle('closed 4002');
  expect(await signedIn(page, two)).toBe(false);
  expect(await callStatus(page, two)).toBe(401);
  expect(await openSocket(screen, two, instance)).toBe('no ticket: 401');
  const key = { label: 'lain', key: 'dewa_fake_0000000000000000' };
  const change = await page.request.post(`${two}/api/account/keys`, {
    data: key,
    headers: { origin: two },
  });
  expect(change.status()).toBe(401);
  await page.goto(`${two}${instancesPath}`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);

  // Redis is killed and has lost everything when it is back. A person signs out in between.
  await context.clearCookies();
  await openSession(page, tenant, 'dewavps', { origin: one });
  const second = await context.cookies();
  expect(await signedIn(page, two)).toBe(true);
  await redis.stop('SIGKILL');
  await signOut(page, one);
  expect(await signedIn(page, one)).toBe(false);
  expect(await signedIn(page, two)).toBe(true); // it can't know yet, and still serves the session
  redis = startRedis();
  await expect.poll(() => signedIn(page, two), { timeout: 15_000 }).toBe(false);

  // A replica that starts now knows both sign-outs.
  running.push(await startReplica(2, secret));
  for (const cookies of [first, second]) {
    await context.clearCookies();
    await context.addCookies(cookies);
    for (const origin of [three, two, one]) expect(await callStatus(page, origin)).toBe(401);
  }
});
