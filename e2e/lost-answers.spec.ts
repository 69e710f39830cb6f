/** Changes whose answers are lost: what was made is found, what wasn't is offered again, and nothing is made twice. */
import type { Page } from '@playwright/test';
import { noteSecrets, type Tenant } from './support/cloud';
import { ownConsole } from './support/own-console';
import { hydrated } from './support/people';
import { openSession, openWithKey } from './support/session';
import { cloud, expect, test } from './support/test';
import * as vms from './support/vms';
import * as vps from './support/vps';

const countOf = async (tenant: Tenant, ref: string) =>
  (await cloud.arrivals(tenant)).filter((call) => call.ref === ref).length;

const unknown = (page: Page) => page.getByText("It isn't known whether this was done");

const ways = [
  {
    backend: 'dewavps',
    ref: 'D03',
    path: () => vps.newInstancePath,
    fill: (page: Page) => vps.fillAccess(page, { hostname: 'web-satu' }),
    button: vps.createButton,
    heading: 'web-satu',
  },
  {
    backend: 'awanio',
    ref: 'A24',
    path: (tenant: Tenant) => `${vms.organizationVms(tenant)}/new`,
    fill: (page: Page) => vms.fillVm(page, { title: 'Satu' }),
    button: vms.createButton,
    heading: 'Satu',
  },
] as const;

for (const [at, way] of ways.entries()) {
  test(`the console is killed in the midst of an order: one machine is made, not two (${way.backend})`, async ({
    page,
  }) => {
    const tenant = await cloud.createTenant({ dewavps: { instances: 1 }, awanio: { vms: 1 } });
    const own = ownConsole(at);
    await own.start();
    try {
      await openSession(page, tenant, way.backend, { label: vps.account, origin: own.url });
      await page.goto(own.url + way.path(tenant));
      await way.fill(page);
      noteSecrets('visibly-Fake-2026');
      await hydrated(page);
      await cloud.fault(tenant, { ref: way.ref, kind: 'slow', delayMs: 1500, times: 1 });
      await way.button(page).click();
      await expect.poll(() => countOf(tenant, way.ref)).toBe(1);
      await own.kill();
      await expect(page.getByText('The answer was lost.')).toBeVisible();
      await own.start();
      await expect(page.getByRole('heading', { level: 1, name: way.heading })).toBeVisible({
        timeout: 20_000,
      });
      expect(await countOf(tenant, way.ref)).toBe(1);
      await page.goto(own.url + way.path(tenant).replace(/\/new$/, ''));
      await expect(page.getByRole('link', { name: way.heading, exact: true })).toHaveCount(1);
    } finally {
      await own.kill();
    }
  });
}

test('an order that never arrived is offered again, and made once', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 1 } });
  await openWithKey(page, tenant, vps.newInstancePath, { label: vps.account });
  await vps.fillAccess(page, { hostname: 'web-dua' });
  await cloud.fault(tenant, { ref: 'D03', kind: 'down', times: 1 });
  await vps.createButton(page).click();
  await expect(unknown(page)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("It isn't in the list so far")).toBeVisible();
  // The activity panel doesn't claim that it failed.
  await page.getByRole('button', { name: /Activity/ }).click();
  await expect(page.getByRole('dialog').getByText('The result is unknown.')).toBeVisible();
  await page.keyboard.press('Escape');
  await vps.createButton(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'web-dua' })).toBeVisible();
  expect(await countOf(tenant, 'D03')).toBe(2);
});

test('a provider’s gateway hides an answer: a volume is found in the list', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 1 } });
  await openWithKey(page, tenant, `/vps/${vps.account}/volumes`, { label: vps.account });
  await hydrated(page);
  await page.getByRole('button', { name: 'Create volume' }).first().click();
  const form = page.getByRole('dialog', { name: 'Create volume' });
  await form.getByLabel('Name').fill('arsip');
  await form.getByLabel('Location').selectOption({ index: 1 });
  await form.getByLabel('Type').selectOption({ index: 1 });
  await cloud.fault(tenant, { ref: 'DX1', kind: 'lost', status: 504, times: 1 });
  await form.getByRole('button', { name: 'Create volume' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: 'arsip' })).toHaveCount(1);
  expect(await countOf(tenant, 'DX1')).toBe(1);
});

test('a change of a machine whose answer is lost claims nothing, and the page shows what is', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 1 } });
  await vps.openInstances(page, tenant);
  const hostname = tenant.dewavps.instances[0]?.hostname ?? '';
  await cloud.fault(tenant, { ref: 'D11', kind: 'lost', times: 1 });
  await (await vps.menuItemOf(page, hostname, 'Stop')).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
  await expect(unknown(page)).toBeVisible();
  await expect(page.getByText('Check the current state before you try again.')).toBeVisible();
  await expect(vps.rowOf(page, hostname)).toContainText('Stopped');
});
