import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './test';

const desktop = { width: 1280, height: 720 };
const phone = { width: 360, height: 740 };

/** The two looks in which every page is opened. */
export const looks = [
  ['in light', { colorScheme: 'light', viewport: desktop }],
  ['in dark, in Bahasa Indonesia', { colorScheme: 'dark', locale: 'id-ID', viewport: desktop }],
] as const;

export type Look = (typeof looks)[number][1];

async function expectWithin(page: Page): Promise<void> {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.poll(over, 'pixels over the right edge').toBeLessThanOrEqual(0);
}

/** Expects that axe finds nothing and nothing overflows, also on a phone. */
async function expectGoodLook(page: Page, { colorScheme }: Look): Promise<void> {
  await expectAccessible(page);
  await expectWithin(page);
  await page.setViewportSize(phone);
  await expectWithin(page);
  // The dark layout on a phone is the same as the light one, and the desktop has checked the dark colours.
  if (colorScheme === 'light') await expectAccessible(page);
  await page.setViewportSize(desktop);
}

/** Opens each page and checks it. Each has a title of its own, so that tabs and the history tell them apart. */
export async function walk(page: Page, look: Look, pages: string[]): Promise<void> {
  const titles = new Map<string, string>();
  for (const path of pages) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const title = await page.title();
      expect(title).toMatch(/^\S.* · Nusa$/);
      expect(titles.get(title), `also has the title "${title}"`).toBeUndefined();
      titles.set(title, path);
      await expectGoodLook(page, look);
    });
  }
}
