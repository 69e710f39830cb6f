/** The firewall of a machine, on screen and at the backend. */
import type { Locator, Page } from '@playwright/test';
import type { Tenant } from './cloud';
import { waitForHydration, hydrated, keyOf } from './people';
import { urls } from './ports';
import { openSession } from './session';
import { account, instancesPath } from './vps';

/** Calls DewaVPS without the console, to prepare a test and to see what really happened. */
async function backend<T>(tenant: Tenant, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${urls.sandbox}/dewavps/v1${path}`, {
    method,
    headers: { 'x-apikey': keyOf(tenant), 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { data: T }).data;
}

interface Kept {
  id: string;
  action: string;
  protocol: string;
  destination_port: string;
  source_ip: string | null;
  source_ipset: number | null;
  status: string;
}

/** Gives functions that read and change the firewall of a machine at the backend. */
export async function machine(tenant: Tenant, hostname: string) {
  const { data } = await backend<{ data: { uuid: string; hostname: string }[] }>(
    tenant,
    'GET',
    '/instance?limit=50',
  );
  const uuid = data.find((row) => row.hostname === hostname)?.uuid ?? '';
  const path = `/instance/${uuid}/firewall`;
  return {
    path: `${instancesPath}/${uuid}/firewall`,
    policy: (action: 'A' | 'D') => backend(tenant, 'PATCH', `${path}/default/update`, { action }),
    add: (port: string, more: object = {}) =>
      backend<Kept>(tenant, 'POST', `${path}/create`, {
        action: 'A',
        protocol: 'tcp',
        destination_port: port,
        description: `port ${port}`,
        use_ipset: false,
        ...more,
      }),
    addSet: async (name: string, ...cidrs: string[]) => {
      const { id } = await backend<{ id: number }>(tenant, 'POST', `${path}/ipset/create`, {
        name,
        description: name,
      });
      for (const cidr of cidrs)
        await backend(tenant, 'POST', `${path}/ipset/${id}/cidr/create`, {
          cidr,
          description: cidr,
        });
      return id;
    },
    dropSet: (id: number) => backend(tenant, 'DELETE', `${path}/ipset/${id}/delete`),
    /** As short lines: `A tcp 22 any enabled`. */
    rules: async () => {
      const { data: rows } = await backend<{ data: Kept[] }>(tenant, 'GET', `${path}/rules`);
      return rows.map((row) => {
        const from = row.source_ipset === null ? (row.source_ip ?? 'any') : 'set';
        return `${row.action} ${row.protocol} ${row.destination_port} ${from} ${row.status}`;
      });
    },
    sets: async () => {
      const { data: rows } = await backend<{
        data: { name: string; ip_list: { cidr: string }[] }[];
      }>(tenant, 'GET', `${path}/ipset`);
      return rows.map(({ name, ip_list }) =>
        `${name}: ${ip_list.map(({ cidr }) => cidr).join(' ')}`.trim(),
      );
    },
    policyNow: async () =>
      (await backend<{ action: string }>(tenant, 'GET', `${path}/default`)).action,
  };
}

/** Signs in, and opens a machine's firewall. */
export async function openFirewall(
  page: Page,
  tenant: Tenant,
  path: string,
  origin = urls.console,
): Promise<void> {
  await openSession(page, tenant, 'dewavps', { label: account, origin });
  await page.goto(path);
  await hydrated(page);
}

/** The sentence that says what the firewall lets in. */
export const reading = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'What gets in' }) }).first();
const rules = (page: Page) => page.getByRole('table', { name: 'Rules' });
export const ruleRow = (page: Page, text: string | RegExp) =>
  rules(page).getByRole('row').filter({ hasText: text });
export const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

/** Chooses a radio card by its label, since the label covers the radio button. */
export const choose = async (where: Locator, name: string) => {
  await where.getByRole('radio', { name: new RegExp(`^${name}`) }).check({ force: true });
};

/** Chooses from the menu of a rule, by its number. */
export async function chooseFromMenu(page: Page, rule: number, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for rule ${rule}` }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Opens the form of a new rule. */
export async function openAdd(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Add rule' }).click();
  const form = dialog(page, 'Add rule');
  await waitForHydration(form.getByRole('button', { name: 'Add rule' }));
  return form;
}
