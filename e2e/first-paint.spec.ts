/** A page with quick reads paints at once; one with slow reads shows its outline. A clicked link is marked. */
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { openSession } from './support/session';
import { cloud, expect, test } from './support/test';

const slow = (ref: string) => ({ ref, kind: 'slow', delayMs: 2500 }) as const;
const outline = (page: Page) => page.getByRole('main').getByRole('status', { name: 'Loading…' });
const navigation = (page: Page) => page.getByRole('navigation', { name: 'Main navigation' });

test('paints quick reads with the page, without an outline', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  const html = async () => (await page.request.get(paths.instances('toko'))).text();
  // The first load may be slow on a busy machine. The next one repeats the answers of the last second.
  await expect.poll(html).not.toContain('aria-label="Loading…"');
  expect((await html()).match(/role="rowheader"/g)).toHaveLength(4);
});

test('shows an outline inside the shell until slow reads come', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.account());
  await cloud.fault(tenant, slow('D70'));
  await page.goto(paths.sshKeys('toko'), { waitUntil: 'commit' });
  await expect(outline(page)).toBeVisible();
  await expect(navigation(page)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(outline(page)).toHaveCount(0);
});

test('keeps the tabs while a tab has slow reads', async ({ page, tenant }) => {
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

test('marks a clicked link until its page comes', async ({ page, tenant }) => {
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

test('answers 404 for what doesn’t exist', async ({ page, tenant }) => {
  await openSession(page, tenant, 'awanio');
  const expectStatus = (path: string, status: number) =>
    expect.poll(async () => (await page.request.get(path)).status()).toBe(status);
  const nowhere = '00000000-0000-4000-8000-000000000000';
  await expectStatus(paths.overview({ org: nowhere }), 404);
  await expectStatus(paths.instances('not-linked'), 404);
  await expectStatus(paths.vms({ org: tenant.awanio.organization.uuid }), 200);
});
