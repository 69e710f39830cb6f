import type { Locator, Page } from '@playwright/test';
import { noteSecrets } from './support/cloud';
import { hydrated, keyOf } from './support/people';
import { openWithKey } from './support/session';
import { cloud, expect, test } from './support/test';
import { createButton, newInstancePath, openInstances, rowOf } from './support/vps';

/** Presses Tab until a control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let press = 0; press < 120; press += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

test('handles a draft, a reload and the end of a session by keyboard alone', async ({
  page,
  tenant,
}) => {
  const { keyboard } = page;
  const password = 'typed-By-Hand-2026';
  noteSecrets(password);
  await openWithKey(page, tenant, newInstancePath);
  await hydrated(page);
  await tabTo(page, page.getByLabel('Hostname'));
  await keyboard.type('ketikan-1');
  await tabTo(page, page.getByLabel('Username'));
  await keyboard.type('budi');
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .toContain('ketikan-1');

  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText('Your unfinished input was restored')).toBeVisible();
  await expect(page.getByLabel('Hostname')).toHaveValue('ketikan-1');
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await keyboard.type(password);

  await cloud.fault(tenant, { ref: 'D03', kind: 'expire', times: 1 });
  await tabTo(page, createButton(page));
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Sign in to continue' });
  await tabTo(page, dialog.getByLabel(/API key/));
  await keyboard.type(keyOf(tenant));
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'ketikan-1', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'ketikan-1', level: 1 })).toBeFocused();
});

test('turns single-key shortcuts off and on again in every open tab', async ({ page, tenant }) => {
  const { keyboard } = page;
  const search = page.getByRole('searchbox', { name: 'Search' });
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await openInstances(page, tenant);
  await expect(async () => {
    await keyboard.press('?');
    await expect(help).toContainText('Search the list', { timeout: 2000 });
  }).toPass();
  await keyboard.press('Escape');
  await expect(help).toBeHidden();

  const other = await page.context().newPage();
  await other.goto('/account');
  await hydrated(other);
  const choice = other.getByRole('switch', { name: 'Single-key shortcuts' });
  await tabTo(other, choice);
  await other.keyboard.press('Space');
  await expect(choice).not.toBeChecked();

  await page.bringToFront();
  await rowOf(page, 'instance-4').focus();
  await keyboard.press('j');
  await expect(rowOf(page, 'instance-4')).toBeFocused();
  await keyboard.press('/');
  await expect(search).not.toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(rowOf(page, 'instance-3')).toBeFocused();
  await keyboard.press('?');
  await keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /^Search pages/ })).toBeFocused();
  await keyboard.type('keyboard');
  await keyboard.press('Enter');
  await expect(help).toContainText('turned off');
  await expect(help).not.toContainText('Search the list');
  await help.getByRole('link', { name: 'Open preferences' }).click();
  await expect(help).toBeHidden();
  const here = page.getByRole('switch', { name: 'Single-key shortcuts' });
  await expect(here).not.toBeChecked();
  await here.click();
  await page.goBack();
  await expect(rowOf(page, 'instance-4')).toBeVisible();
  await keyboard.press('/');
  await expect(search).toBeFocused();
});
