/** A page paints in one piece where its reads are quick, and shows its outline where they aren't; a link shows that it was taken. */
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { openSession } from './support/session';
import { cloud, expect, test } from './support/test';

const slow = (ref: string) => ({ ref, kind: 'slow', delayMs: 2500 }) as const;
const outline = (page: Page) => page.getByRole('main').getByRole('status', { name: 'Loading…' });
const navigation = (page: Page) => page.getByRole('navigation', { name: 'Main navigation' });

test('quick reads come with the page, without an outline', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  const html = async () => (await page.request.get(paths.instances('toko'))).text();
  // The first reading may be slow on a busy machine; the next takes its answers from the last second.
  await expect.poll(html).not.toContain('aria-label="Loading…"');
  expect((await html()).match(/role="rowheader"/g)).toHaveLength(4);
});

test('slow reads have an outline in the shell, then come', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.account());
  await cloud.fault(tenant, slow('D70'));
  await page.goto(paths.sshKeys('toko'), { waitUntil: 'commit' });
  await expect(outline(page)).toBeVisible();
  await expect(navigation(page)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(outline(page)).toHaveCount(0);
});

test('a tab with slow reads leaves the tabs in place', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.instances('toko'));
  await page.getByRole('table').getByRole('rowheader').getByRole('link').first().click();
  const tabs = page.getByRole('navigation', { name: 'Sections of this instance' });
  await expect(tabs).toBeVisible();
  await cloud.fault(tenant, slow('D38'));
  await tabs.getByRole('link', { name: 'Firewall' }).click();
  await expect(outline(page)).toBeVisible();
  await expect(tabs).toBeVisible();
  await expect(outline(page)).toHaveCount(0);
  await expect(tabs.getByRole('link', { name: 'Firewall' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('links show that they were taken until their page comes', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.instances('toko'));
  const row = page.getByRole('table').getByRole('rowheader').getByRole('link').first();
  const name = (await row.textContent()) ?? '';
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target instanceof HTMLElement && target.dataset.taken !== undefined)
          seen.push(target.textContent.trim());
    }).observe(document, { subtree: true, attributeFilter: ['data-taken'] });
  });
  await row.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await navigation(page).getByRole('link', { name: 'SSH keys' }).click();
  await expect(page).toHaveURL(paths.sshKeys('toko'));
  await expect(page.locator('[data-taken]')).toHaveCount(0);
  expect(await page.evaluate(() => (window as { seen?: string[] }).seen)).toEqual([
    name,
    'SSH keys',
  ]);
});

test('what isn’t there is answered so', async ({ page, tenant }) => {
  await openSession(page, tenant, 'awanio');
  const expectStatus = (path: string, status: number) =>
    expect.poll(async () => (await page.request.get(path)).status()).toBe(status);
  const nowhere = '00000000-0000-4000-8000-000000000000';
  await expectStatus(paths.overview({ org: nowhere }), 404);
  await expectStatus(paths.instances('not-linked'), 404);
  await expectStatus(paths.vms({ org: tenant.awanio.organization.uuid }), 200);
});
