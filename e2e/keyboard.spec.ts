import type { Locator, Page } from '@playwright/test';
import { noteSecrets } from './support/cloud';
import { hydrated, keyOf } from './support/people';
import { cloud, expect, test } from './support/test';
import { createButton, newInstancePath, openInstances } from './support/vps';

/** Goes on with Tab until a control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let press = 0; press < 120; press += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

test('a draft, a reload and the end of a session are got over by keyboard alone', async ({
  page,
  tenant,
}) => {
  const { keyboard } = page;
  const password = 'typed-By-Hand-2026';
  noteSecrets(password);
  await openInstances(page, tenant);
  await page.goto(newInstancePath);
  await hydrated(page);
  await tabTo(page, page.getByLabel('Hostname'));
  await keyboard.type('ketikan-1');
  await tabTo(page, page.getByLabel('User name'));
  await keyboard.type('budi');
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .toContain('ketikan-1');

  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText('Your unfinished input from before is back')).toBeVisible();
  await expect(page.getByLabel('Hostname')).toHaveValue('ketikan-1');
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await keyboard.type(password);

  await cloud.fault(tenant, { ref: 'D03', kind: 'expire', times: 1 });
  await tabTo(page, createButton(page));
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Sign in to go on' });
  await tabTo(page, dialog.getByLabel(/API key/));
  await keyboard.type(keyOf(tenant));
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'ketikan-1', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'ketikan-1', level: 1 })).toBeFocused();
});
