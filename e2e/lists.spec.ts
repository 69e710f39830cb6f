import { readFileSync } from 'node:fs';
import { hydrated } from './support/people';
import { openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { organizationVms, rowOf as vmRow, table as vmTable, titles } from './support/vms';
import { openInstances, rowOf, table } from './support/vps';

test('searches, filters and sorts a list and hides columns by keyboard alone, and keeps that in the URL', async ({
  page,
  tenant,
}) => {
  await openWithAccount(page, tenant, organizationVms(tenant));
  await hydrated(page);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('machine');
  await expect(page).toHaveURL(/q=machine/);

  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Status' })).toBeFocused();
  await page.keyboard.type('Running');
  await expect(page).toHaveURL(/status=run/);
  const chip = page.getByRole('button', { name: 'Remove filter Status: Running' });
  await expect(chip).toBeVisible();

  await vmTable(page).getByRole('columnheader', { name: 'Name' }).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter'); // before the page has drawn what the first press did
  await expect(page).toHaveURL(/sort=-name/);
  await expect.poll(() => titles(page)).toEqual(['Machine 3', 'Machine 2', 'Machine 1']);

  const view = page.getByRole('button', { name: 'View', exact: true });
  await view.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'View' });
  await expect(panel.getByRole('checkbox', { name: 'Status' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/cols=-status/);
  await expect(vmTable(page).getByRole('columnheader', { name: 'Status' })).toHaveCount(0);
  await panel.getByLabel('Save the current view as').focus();
  await page.keyboard.type('Running');
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Rename view Running' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByLabel('New name')).toBeFocused();
  await page.keyboard.type('Running, last first');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: /^Rename view Running, last/ })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(
    panel.getByRole('button', { name: 'Running, last first', exact: true }),
  ).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(view).toBeFocused();

  const kept = page.url();
  await page.reload();
  await hydrated(page);
  expect(page.url()).toBe(kept);
  await expect.poll(() => titles(page)).toEqual(['Machine 3', 'Machine 2', 'Machine 1']);
  await expect(vmTable(page).getByRole('columnheader', { name: 'Status' })).toHaveCount(0);
  await chip.focus();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/status=/);
  await page.goBack();
  await expect(page).toHaveURL(/status=run/);

  // Without a query in the URL the columns are as they were left; the saved view sets the rest.
  await page.goto(organizationVms(tenant));
  await hydrated(page);
  await expect(page).toHaveURL(/\?cols=-status$/);
  await view.click();
  await page.getByRole('button', { name: 'Running, last first', exact: true }).click();
  await expect.poll(() => titles(page)).toEqual(['Machine 3', 'Machine 2', 'Machine 1']);
  await expect(chip).toBeVisible();
});

test('moves between rows by arrow keys and opens one by Enter', async ({ page, tenant }) => {
  await openWithAccount(page, tenant, `${organizationVms(tenant)}?sort=name`);
  await hydrated(page);
  await vmRow(page, 'Machine 1').focus();
  await page.keyboard.press('ArrowDown');
  await expect(vmRow(page, 'Machine 2')).toBeFocused();
  await page.keyboard.press('End');
  await expect(vmRow(page, 'Machine 3')).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Machine 2', level: 1 })).toBeVisible();
});

test('reaches a row far below in a long list by keyboard', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 160 } });
  await openWithAccount(page, tenant, `${organizationVms(tenant)}?sort=name`);
  await expect(page.getByText('160 rows')).toBeVisible();
  await hydrated(page);
  // The visible rows replace those of the first HTML, and the focus stays.
  await vmRow(page, 'Machine 1').focus();
  await expect.poll(() => vmTable(page).getByRole('rowheader').count()).toBeLessThan(50);
  await expect(vmRow(page, 'Machine 1')).toBeFocused();
  await page.keyboard.press('End');
  await expect(vmRow(page, 'Machine 160')).toBeFocused();
  await expect(vmRow(page, 'Machine 160')).toBeInViewport();
});

test('stops three instances at once, and says why one refuses', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await rowOf(page, 'instance-1').focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'Select instance-1' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Select instance-3' }).click({ modifiers: ['Shift'] });
  await expect(page.getByText('3 selected')).toBeVisible();
  await expectAccessible(page);
  // A poll and another sort order keep the selection.
  await page.getByRole('main').getByRole('button', { name: 'Refresh' }).click();
  await table(page).getByRole('columnheader', { name: 'Created' }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=create/);
  await expect(page.getByText('3 selected')).toBeVisible();

  await cloud.fault(tenant, { ref: 'D11', kind: 'status', status: 500, times: 1 });
  const bar = page.getByRole('region', { name: 'Selected rows' });
  await bar.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /Stop/ }).click();
  await expect(bar.getByText(/failed|wasn't|unknown result/i).first()).toBeVisible();
  await expectAccessible(page);
});

test('saves the shown rows as a file', async ({ page, tenant }) => {
  await openWithAccount(page, tenant, `${organizationVms(tenant)}?sort=-name&cols=-image.-plan`);
  await hydrated(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the list' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^virtual-machines-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await download.path(), 'utf8');
  const lines = text.split('\r\n');
  expect(lines[0]).toBe('\uFEFFName,Status,Addresses,Plan price,Created');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toMatch(/^Machine 3,running,10\.42\.0\.12,140,\d{4}-\d\d-\d\dT[\d:.]+Z?$/);
});
