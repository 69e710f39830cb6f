import { readFileSync } from 'node:fs';
import { hydrated } from './support/people';
import { openSession, openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { organizationVms, rowOf, table, titles } from './support/vms';

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

  const read: string[] = [];
  page.on('request', (request) => {
    if (/\/api\/awanio\/.*\/vms$/.test(request.url())) read.push(request.url());
  });
  await page.goto(organizationVms(tenant));
  await hydrated(page);
  await page.getByRole('searchbox', { name: 'Search' }).fill('vm-77');
  await expect.poll(() => titles(page)).toContain('Machine 77');
  await page.getByRole('searchbox', { name: 'Search' }).fill('');
  await rowOf(page, 'Machine 2000').focus();
  await page.keyboard.press('End');
  await expect(rowOf(page, 'Machine 1')).toBeFocused();
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
  await page.getByRole('button', { name: 'Download as CSV' }).click();
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

test('reads a short list no second time', async ({ page, tenant }) => {
  const read: string[] = [];
  page.on('request', (request) => {
    if (/\/api\/awanio\/.*\/vms$/.test(request.url())) read.push(request.url());
  });
  await openWithAccount(page, tenant, organizationVms(tenant));
  await hydrated(page);
  await page.getByRole('searchbox', { name: 'Search' }).fill('vm-3');
  await expect.poll(() => titles(page)).toEqual(['Machine 3']);
  expect(read).toEqual([]);
});
