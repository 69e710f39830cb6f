import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { hydrated } from './support/people';
import { openSession, openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { organizationVms, projectVms, rowOf, table, titles } from './support/vms';

/** The lists of machines that the page's browser reads. */
function readsOf(page: Page): string[] {
  const read: string[] = [];
  page.on('request', (request) => {
    if (/\/api\/awanio\/.*\/vms$/.test(request.url())) read.push(request.url());
  });
  return read;
}

test('holds the first 50 of 2,000 machines in the HTML, and reads the others once', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 2000 } });
  await openSession(page, tenant, 'awanio');
  const html = await (await page.request.get(organizationVms(tenant))).text();
  expect(html.match(/role="rowheader"/g)).toHaveLength(50);
  expect(html).toContain('2,000 rows');
  expect(html).not.toContain('Machine 1950');
  expect(Buffer.byteLength(html)).toBeLessThan(300_000);

  const read = readsOf(page);
  await page.goto(organizationVms(tenant));
  await hydrated(page);
  await page.getByRole('searchbox', { name: 'Search' }).fill('vm-77');
  await expect.poll(() => titles(page)).toContain('Machine 77');
  await page.getByRole('searchbox', { name: 'Search' }).fill('');
  await expect(page.getByText('2,000 rows', { exact: true })).toBeVisible();
  // The rows of the search are replaced by rows that are drawn while scrolling; a key pressed meanwhile may be lost.
  await expect(async () => {
    await rowOf(page, 'Machine 2000').focus({ timeout: 1000 });
    await page.keyboard.press('End');
    await expect(rowOf(page, 'Machine 1')).toBeFocused({ timeout: 2000 });
  }).toPass();
  expect(read).toHaveLength(1);
});

test('keeps a search and a file waiting until all machines are there', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 700 } });
  await openSession(page, tenant, 'awanio');
  // Only the browser's own read, the second one, is slow.
  await page.goto(organizationVms(tenant).replace('/vms', ''));
  await cloud.fault(tenant, { ref: 'A25', kind: 'slow', delayMs: 0, times: 1 });
  await cloud.fault(tenant, { ref: 'A25', kind: 'slow', delayMs: 2500, times: 1 });
  await page.goto(organizationVms(tenant));
  await hydrated(page);
  await expect(page.getByText('700 rows')).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the list' }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('vm-1');
  await expect(page.getByRole('status').filter({ hasText: 'Reading all 700 rows' })).toBeVisible();
  await expect(table(page).getByRole('rowheader')).toHaveCount(0);
  await expectAccessible(page);
  await expect(page.getByText('111 of 700 rows')).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('vm-1');
  await expect(rowOf(page, 'Machine 199')).toBeVisible();
  const lines = readFileSync(await (await saved).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines).toHaveLength(701);
});

test('shows what stands in the projects when asked, and names projects that fail', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 2, projects: 3, projectVms: 2 } });
  const read = readsOf(page);
  await openWithAccount(page, tenant, `${organizationVms(tenant)}?q=machine`);
  await hydrated(page);
  const line = page.getByRole('status').filter({ hasText: 'projects' });
  await expect(line).toHaveText('3 projects of this organization have lists of their own.');
  expect(read).toEqual([]); // a short list isn't read a second time, and no project before it is asked for

  await cloud.fault(tenant, { ref: 'A25', kind: 'status', status: 500 });
  await page.getByRole('button', { name: 'Show what is in the projects' }).click();
  const trouble = page.getByRole('main').getByRole('alert');
  await expect(trouble).toContainText(
    "These projects couldn't be read: Project 1, Project 2, Project 3",
  );
  await cloud.clearFaults(tenant);
  await trouble.getByRole('button', { name: 'Try again' }).click();
  await expect(line).toHaveText('2 more in 3 projects.');
  await expect(page.getByText('4 rows')).toBeVisible();
  await expect(rowOf(page, 'Machine 4')).toContainText('Project 1');
  await expect(page.getByRole('list', { name: 'What is in the projects' })).toHaveText(
    'Project 1 2',
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Hide what is in the projects' }).click();
  await expect(page.getByText('2 rows')).toBeVisible();
  await expect(line).toHaveText('2 more in 3 projects.');
  await page.getByRole('button', { name: 'Show what is in the projects' }).click();
  await rowOf(page, 'Machine 4').getByRole('link', { name: 'Machine 4', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${projectVms(tenant)}/[^/]+$`));
  await expect(page.getByRole('heading', { name: 'Machine 4', level: 1 })).toBeVisible();
});

test('keeps the filter between an organization and its project', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 2, projectVms: 2 } });
  const kept = '?q=machine&status=run&sort=name';
  await openWithAccount(page, tenant, `${organizationVms(tenant)}${kept}`);
  await hydrated(page);
  const switcher = page.getByRole('banner').getByRole('button', { name: /^Kopi|^Tenant|Project/ });
  await switcher.click();
  await page.getByRole('menuitemradio', { name: /Project 1/ }).click();
  await expect(page).toHaveURL(new RegExp(`${projectVms(tenant)}\\${kept}$`));
  await expect.poll(() => titles(page)).toEqual(['Machine 3', 'Machine 4']);
  await page
    .getByRole('main')
    .getByRole('link', { name: /^List of/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`${organizationVms(tenant)}\\${kept}$`));
  await expect.poll(() => titles(page)).toEqual(['Machine 1', 'Machine 2']);
});
