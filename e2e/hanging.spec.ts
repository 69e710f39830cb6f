import { request as requests, type APIRequestContext } from '@playwright/test';
import type { Tenant } from './support/cloud';
import { keyOf } from './support/people';
import { urls } from './support/ports';
import { signInBy } from './support/session';
import { cloud, expect, test } from './support/test';

/** `NUSA_BACKEND_TIMEOUT` of the run's consoles, milliseconds. */
const timeLimit = 4000;
/** How many pages are opened at once. With eight calls of each they use the 64 connections to a backend. */
const atOnce = 8;

async function get<T>(request: APIRequestContext, path: string): Promise<T> {
  return (await (await request.get(`${urls.console}${path}`)).json()) as T;
}

/** The paths of every page of a person with a cloud account and a linked key. */
async function pagesOf(tenant: Tenant, request: APIRequestContext): Promise<string[]> {
  const { organization, project } = tenant.awanio;
  const vms = await get<{ data: { uuid: string }[] }>(
    request,
    `/api/awanio/organizations/${organization.uuid}/vms`,
  );
  const networks = await get<{ data: { uuid: string }[] }>(
    request,
    '/api/dewavps/toko/network/vswitches',
  );
  const org = `/o/${organization.uuid}`;
  const inside = `${org}/p/${project.uuid}`;
  const machine = `/vps/toko/instances/${tenant.dewavps.instances[0]?.uuid}`;
  const parts = ['', '/metrics', '/backups', '/firewall', '/network', '/storage', '/console'];
  const lists = ['', '/instances', '/networks', '/addresses', '/volumes', '/ssh-keys', '/prices'];
  return [
    '/',
    ...[org, inside].flatMap((place) => [place, `${place}/vms`, `${place}/vms/new`]),
    `${org}/vms/${vms.data[0]?.uuid}`,
    ...lists.map((part) => `/vps/toko${part}`),
    '/vps/toko/instances/new',
    `/vps/toko/networks/${networks.data[0]?.uuid}`,
    ...parts.map((part) => `${machine}${part}`),
  ];
}

/** Each page gets another person, since a credential may have only a few calls under way. */
async function newPerson() {
  const tenant = await cloud.createTenant({
    awanio: { vms: 1 },
    dewavps: { instances: 1, networks: [{ name: 'lan', members: 1 }] },
  });
  const request = await requests.newContext();
  await signInBy(request, tenant, 'awanio');
  const linked = await request.post(`${urls.console}/api/account/keys`, {
    data: { label: 'toko', key: keyOf(tenant) },
    headers: { origin: urls.console },
  });
  expect(linked.ok()).toBe(true);
  const pages = await pagesOf(tenant, request);
  await cloud.fault(tenant, { ref: '*', kind: 'slow', delayMs: 10 * timeLimit });
  return { tenant, request, pages };
}

type Person = Awaited<ReturnType<typeof newPerson>>;

/** Opens a page. `late` are the calls that began after a time-out, which means that they waited for another call. */
async function open({ tenant, request, pages }: Person, index: number) {
  const asked = Date.now();
  const path = pages[index] ?? '';
  const status = (await request.get(`${urls.console}${path}`)).status();
  const took = Date.now() - asked;
  const calls = (await cloud.arrivals(tenant)).filter(({ at }) => at >= asked);
  const late = calls.filter(({ at }) => at - asked >= timeLimit).map(({ ref }) => ref);
  return { path, fine: status >= 200 && status < 500, calls: calls.length, late, took };
}

test.describe('with every backend hanging', () => {
  test('each page makes all of its calls at once, and answers', async () => {
    const people = await Promise.all(Array.from({ length: atOnce }, newPerson));
    const count = people[0]?.pages.length ?? 0;
    for (let begin = 0; begin < count; begin += atOnce) {
      // The console repeats an answer of the last second.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      const batch = people.slice(0, count - begin);
      const opened = await Promise.all(batch.map((person, which) => open(person, begin + which)));
      test.info().annotations.push({ type: 'took', description: JSON.stringify(opened) });
      expect(opened.filter(({ fine }) => !fine)).toEqual([]);
      expect(opened.filter(({ calls }) => calls === 0)).toEqual([]);
      expect(opened.filter(({ late }) => late.length > 0)).toEqual([]);
    }
    await Promise.all(people.map(({ request }) => request.dispose()));
  });
});
