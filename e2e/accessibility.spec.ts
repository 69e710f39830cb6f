/** Every page, in both looks, both languages and on a phone: axe finds nothing, and nothing runs over the edge. */
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { openSession } from './support/session';
import { expect, expectAccessible, test } from './support/test';

async function walk(page: Page, pages: string[]): Promise<void> {
  for (const path of pages) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(over, 'pixels over the right edge').toBeLessThanOrEqual(0);
    });
  }
}

for (const [name, use] of [
  ['in light', { colorScheme: 'light' }],
  ['in dark, in Bahasa Indonesia', { colorScheme: 'dark', locale: 'id-ID' }],
  ['on a phone', { viewport: { width: 360, height: 740 } }],
] as const) {
  test.describe(name, () => {
    test.use(use);
    test.slow();

    test('pages for who is not signed in', async ({ page }) => {
      await walk(page, [paths.signIn(), paths.signUp(), paths.verify()]);
    });

    test('pages of a cloud account', async ({ page, tenant }) => {
      const org = { org: tenant.awanio.organization.uuid };
      const project = { ...org, project: tenant.awanio.project.uuid };
      await openSession(page, tenant, 'awanio');
      await walk(page, [paths.home(), paths.overview(org), paths.overview(project)]);
      await walk(page, [paths.account(), paths.vms(org), paths.newVm(org)]);
      await walk(page, [paths.vms(project), paths.newVm(project), '/nothing/here']);
      await page.goto(paths.vms(org));
      const machine = await page.getByRole('table').getByRole('link').first().getAttribute('href');
      await walk(page, [machine ?? 'no machine']);
    });

    test('pages of a VPS account', async ({ page, tenant }) => {
      await openSession(page, tenant, 'dewavps');
      await walk(page, [
        paths.vpsOverview('toko'),
        paths.instances('toko'),
        paths.newInstance('toko'),
        paths.account(),
      ]);
      await page.goto(paths.instances('toko'));
      const machine = await page.getByRole('table').getByRole('link').first().getAttribute('href');
      await walk(page, [
        machine ?? 'no machine',
        `${machine}/console`,
        paths.instances('not-linked'),
      ]);
    });
  });
}
