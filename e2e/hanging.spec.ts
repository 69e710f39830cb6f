import { request as requests, type APIRequestContext } from '@playwright/test';
import type { Tenant } from './support/cloud';
import { keyOf } from './support/people';
import { urls } from './support/ports';
import { signInBy } from './support/session';
import { cloud, expect, test } from './support/test';

/** `NUSA_BACKEND_TIMEOUT` of the run's consoles, milliseconds. */
const timeLimit = 4000;
/** Pages that are asked for at once: making a page takes the console's time, too. */
const atOnce = 12;

/**
 * Somebody of the tenant with a token and a key of their own: few calls of one credential are under way at once, so
 * pages that are asked for at once need one each.
 */
async function signedIn(tenant: Tenant, which: number): Promise<APIRequestContext> {
  const request = await requests.newContext();
  await signInBy(request, tenant, 'awanio');
  const linked = await request.post(`${urls.console}/api/account/keys`, {
    data: { label: 'toko', key: keyOf(tenant, which) },
    headers: { origin: urls.console },
  });
  expect(linked.ok()).toBe(true);
  return request;
}

async function get<T>(request: APIRequestContext, path: string): Promise<T> {
  return (await (await request.get(`${urls.console}${path}`)).json()) as T;
}

test.describe('With every backend hanging', () => {
  test('each page asks for all of its parts at once, and answers', async () => {
    const keys = Array.from({ length: atOnce }, () => ({ scopes: ['super'] }));
    const tenant = await cloud.createTenant({
      awanio: { vms: 1 },
      dewavps: { instances: 1, networks: [{ name: 'lan', members: 1 }], keys },
    });
    const people = await Promise.all(keys.map((_, which) => signedIn(tenant, which)));
    const [request] = people;
    if (!request) throw new Error('nobody is signed in');
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
    const open = [
      '/',
      ...[org, inside].flatMap((place) => [place, `${place}/vms`, `${place}/vms/new`]),
      `${org}/vms/${vms.data[0]?.uuid}`,
      ...lists.map((part) => `/vps/toko${part}`),
      '/vps/toko/instances/new',
      `/vps/toko/networks/${networks.data[0]?.uuid}`,
      ...parts.map((part) => `${machine}${part}`),
    ];
    await cloud.fault(tenant, { ref: '*', kind: 'slow', delayMs: 10 * timeLimit });
    for (let begin = 0; begin < open.length; begin += atOnce) {
      // An answer of the last second is given again.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      const asked = Date.now();
      const answers = await Promise.all(
        open.slice(begin, begin + atOnce).map(async (path, which) => ({
          path,
          status: (await people[which]?.get(`${urls.console}${path}`))?.status() ?? 0,
          took: Date.now() - asked,
        })),
      );
      expect(answers.filter(({ status }) => status < 200 || status >= 500)).toEqual([]);
      const calls = (await cloud.arrivals(tenant)).filter(({ at }) => at >= asked);
      expect(calls.length).toBeGreaterThan(0);
      // What waited for a time-out before it asked would come after one.
      const late = calls.filter(({ at }) => at - asked >= timeLimit);
      expect({ late, pages: answers.map(({ path }) => path) }).toMatchObject({ late: [] });
      test.info().annotations.push({ type: 'took', description: JSON.stringify(answers) });
    }
    await Promise.all(people.map((person) => person.dispose()));
  });
});
