/** What a browser does to the page: it must not be translated by it, and says a sentence without JavaScript. */
import { expect, test } from './support/test';

test('a browser is told not to translate, and without JavaScript a sentence says so', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'id-ID' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('translate', 'no');
  await expect(page.locator('meta[name="google"]')).toHaveAttribute('content', 'notranslate');
  // Its element is looked for: Playwright leaves the text of a noscript out of all that it reads.
  await expect(page.locator('noscript')).toBeVisible();
  expect(await page.content()).toContain('Konsol ini memerlukan JavaScript.');
  await context.close();
});
