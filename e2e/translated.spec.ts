/** The browser must not translate a page, and without JavaScript the page says that it needs it. */
import { expect, test } from './support/test';

test('tells the browser not to translate, and says without JavaScript that it is needed', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'id-ID' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('translate', 'no');
  await expect(page.locator('meta[name="google"]')).toHaveAttribute('content', 'notranslate');
  // This looks for the element, since Playwright ignores the text of a noscript.
  await expect(page.locator('noscript')).toBeVisible();
  expect(await page.content()).toContain('Konsol ini memerlukan JavaScript.');
  await context.close();
});
