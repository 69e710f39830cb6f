import type { APIRequestContext } from '@playwright/test';
import { keyOf } from './support/people';
import { urls } from './support/ports';
import { openSession } from './support/session';
import { cloud, expect, test } from './support/test';

/** `NUSA_BACKEND_TIMEOUT` of the run's consoles, milliseconds. */
const timeLimit = 4000;
/** Pages that are asked for at once: making a page takes the console's time, too. */
const atOnce = 12;

async function get<T>(request: APIRequestContext, path: string): Promise<T> {
  return (await (await request.get(`${urls.console}${path}`)).json()) as T;
}

test.describe('With every backend hanging', () => {
  test('each page asks for all of its parts at once, and answers', async ({ page }) => {
    const tenant = await cloud.createTenant({
      awanio: { vms: 1 },
      dewavps: { instances: 1, networks: [{ name: 'lan', members: 1 }] },
    });
    const { request } = page.context();
    await openSession(page, tenant, 'awanio');
    const linked = await request.post(`${urls.console}/api/account/keys`, {
      data: { label: 'toko', key: keyOf(tenant) },
      headers: { origin: urls.console },
    });
    expect(linked.ok()).toBe(true);
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
      await page.waitForTimeout(1100); // an answer of the last second is given again
      const asked = Date.now();
      const answers = await Promise.all(
        open.slice(begin, begin + atOnce).map(async (path) => ({
          path,
          status: (await request.get(path)).status(),
          took: Date.now() - asked,
        })),
      );
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
      const calls = (await cloud.arrivals(tenant)).filter(({ at }) => at >= asked);
      expect(calls.length).toBeGreaterThan(0);
      // What waited for a time-out before it asked would come after one.
      const late = calls.filter(({ at }) => at - asked >= timeLimit);
      expect({ late, pages: answers.map(({ path }) => path) }).toMatchObject({ late: [] });
      test.info().annotations.push({ type: 'took', description: JSON.stringify(answers) });
    }
  });
});
