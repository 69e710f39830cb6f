import { openInstances, account } from './support/vps';
import { expect, test } from './support/test';
const words = { en: { add: 'Add SSH key', search: 'Search and commands' }, id: { add: /SSH/, search: '' } };
for (const [lang, locale] of [['en', 'en-GB'], ['id', 'id-ID']] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 390]) {
      if (lang === 'id' && colorScheme === 'light') continue;
      test.describe(`${lang}-${colorScheme}-${width}`, () => {
        test.use({ locale, colorScheme, viewport: { width, height: 800 } });
        test('shots', async ({ page, tenant, context }) => {
          const shot = (n: string) => page.screenshot({ path: `/tmp/pshots/${n}-${lang}-${colorScheme}-${width}.png` });
          const { openWithKey } = await import('./support/session');
          await openWithKey(page, tenant, `/vps/${account}/ssh-keys`, { label: account });
          await page.waitForLoadState('networkidle');
          const chunks = /\/_next\/static\/chunks\//;
          await page.route(chunks, (route) => route.abort());
          await page.locator('main button.btn-primary').first().click();
          await expect(page.locator('dialog[open] [role=alert]')).toBeVisible();
          await shot('notice');
          await page.unroute(chunks);
          await page.locator('dialog[open] button').first().click();
          await page.locator('dialog[open] form input:visible').first().waitFor();
          await context.setOffline(true);
          await page.waitForTimeout(300);
          await shot('offline-form');
          await page.keyboard.press('Escape');
          await page.waitForTimeout(200);
          if (width === 390) { await page.locator('header button').first().click(); await page.waitForTimeout(300);}
          await page.locator(`a[href="/vps/${account}/volumes"]:visible`).first().click();
          await page.waitForTimeout(700);
          await shot('held');
          await context.setOffline(false);
          await page.waitForURL(/volumes$/);
          await page.reload();
          await page.waitForLoadState('domcontentloaded');
          await page.waitForTimeout(400);
          await page.route(chunks, async (route) => { await new Promise((r) => setTimeout(r, 1500)); await route.continue(); });
          await page.keyboard.press('Control+k');
          await page.keyboard.type('abc');
          await shot('early');
          await page.waitForTimeout(2500);
          await shot('palette');
        });
      });
    }
