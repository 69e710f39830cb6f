import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { dialog, machine, openFirewall } from './support/firewall';
import { hydrated } from './support/people';
import { openWithAccount, openWithKey } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { createButton, fillVm, organizationVms } from './support/vms';
import { account, newInstancePath, openInstances, publicKey } from './support/vps';

/** A text that looks like a private key, but is none. */
const privateKey = `-----BEGIN OPENSSH PRIVATE KEY-----
b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZWQ
-----END OPENSSH PRIVATE KEY-----`;
const [type = '', body = ''] = publicKey.text.split(' ');

/** Pastes a text into a field. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    const event = { clipboardData: data, bubbles: true, cancelable: true };
    // If no listener handles the event, the browser would insert the text.
    if (element.dispatchEvent(new ClipboardEvent('paste', event)))
      document.execCommand('insertText', false, pasted);
  }, text);
}

const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }));

/** Checks that a private key is removed at once, and that a public key is read however it was copied. */
async function pasteKeys(page: Page, field: Locator): Promise<void> {
  await paste(field, privateKey);
  await expect(field).toHaveValue('');
  await expect(field).toHaveAccessibleDescription(/This is a private key. It was discarded/);
  await paste(field, `${type} ${body.slice(0, 40)}`);
  await expect(field).toHaveAccessibleDescription(/The key is incomplete/);
  await field.fill('');
  await paste(field, `\uFEFF"${type}\t${body.slice(0, 30)}\r\n${body.slice(30)}  budi@laptop"\r\n`);
  await expect(page.getByText(publicKey.fingerprint)).toBeVisible();
}

test('reads pasted keys in both wizards, and keeps no private key in a draft', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 1 }, dewavps: { instances: 1 } });
  await openWithAccount(page, tenant, `${organizationVms(tenant)}/new`);
  await fillVm(page, { title: 'Kasir' });
  await page.getByRole('radio', { name: /SSH public key/ }).check();
  const field = page.getByRole('textbox', { name: 'Public key' });
  await field.fill(privateKey); // set by a program, without a paste event
  await expect(field).toHaveValue('');
  await page.getByLabel('Title').fill(`Kasir ${privateKey.split('\n')[1]}`);
  await expect(page.getByLabel('Title')).toHaveValue('');
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription(/This is a private key/);
  await expect.poll(() => kept(page)).toContain('budi');
  expect(await kept(page)).not.toContain('b3BlbnNz');
  await page.getByLabel('Title').fill('Kasir');
  await pasteKeys(page, field);
  await expectAccessible(page);
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await createButton(page).click();
  expect((await sent).postDataJSON()).toMatchObject({
    authentication_type: { id: 2, value: `${type} ${body} budi@laptop` },
  });

  await openWithKey(page, tenant, newInstancePath, { label: account });
  await hydrated(page);
  await page.getByLabel('Hostname').focus(); // the keys are read when their section is seen
  await page.getByRole('button', { name: 'Add SSH key' }).click();
  const add = dialog(page, 'Add SSH key');
  await pasteKeys(page, add.getByLabel('Public key'));
  await add.getByRole('button', { name: 'Add key' }).click();
  await expect(page.getByRole('checkbox', { name: 'budi@laptop' })).toBeChecked();
});

test('splits a pasted list of addresses, and asks about an address in a description', async ({
  page,
  tenant,
}) => {
  const wall = await machine(tenant, 'instance-1');
  await wall.addSet('kantor', '203.0.113.64/28');
  await openFirewall(page, tenant, wall.path);
  await page.getByRole('button', { name: 'kantor', exact: true }).click();
  const entries = dialog(page, 'Addresses of kantor');
  await paste(
    entries.getByLabel('Add addresses'),
    '203.0.113.7 203.0.113.8|2001:DB8:0::1;::ffff:203.0.113.9\noffice 203.0.113.10 was 203.0.113.11',
  );
  const send = entries.getByRole('button', { name: /^Add \d? ?address/ });
  await expect(send).toHaveAccessibleDescription(/First choose what to do with the addresses/);
  await entries.getByRole('radio', { name: /Add them too/ }).check();
  await expectAccessible(page);
  await entries.getByRole('button', { name: 'Add 6 addresses' }).click();
  await expect(entries.getByRole('status').last()).toContainText('6 addresses added');
  expect(await wall.sets()).toEqual([
    'kantor: 203.0.113.64/28 203.0.113.7 203.0.113.8 2001:db8::1 203.0.113.9 203.0.113.10 203.0.113.11',
  ]);
});

test('wraps a long name on a phone, and keeps the buttons visible', async ({ page, tenant }) => {
  const name = 'خادم-'.repeat(20);
  await page.setViewportSize({ width: 390, height: 700 });
  await openInstances(page, tenant);
  await page.goto(`/vps/${account}/networks`);
  await hydrated(page);
  await page.getByRole('button', { name: 'Create network' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Location').selectOption({ index: 1 });
  await form.getByRole('button', { name: 'Create network' }).click();
  await expect(page.locator('h1 bdi')).toHaveText(name);
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await over()).toBeLessThanOrEqual(0);

  await page.goto(`/vps/${account}/ssh-keys`);
  await hydrated(page);
  await page.getByRole('main').getByRole('button', { name: 'Add SSH key' }).first().click();
  await form.getByLabel('Public key').fill(publicKey.text);
  await form.getByLabel('Name').fill(name);
  await form.getByRole('button', { name: 'Add key' }).click();
  const notice = page.getByRole('region', { name: 'Notices' });
  await expect(notice).toContainText(name);
  await expect(notice.getByRole('button', { name: 'Dismiss' })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(form.getByRole('heading')).toContainText(name);
  await expect(form.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
  expect(await over()).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test('reads 1.000 as a thousand in Indonesian, and writes a file that a spreadsheet opens', async ({
  browser,
  tenant,
}) => {
  const context = await browser.newContext({ locale: 'id-ID' });
  const page = await context.newPage();
  await openWithKey(page, tenant, `/vps/${account}/prices`, { label: account });
  await hydrated(page);
  const disk = page.getByRole('textbox', { name: /disk/i });
  await disk.fill('1.000');
  await expect(page).toHaveURL(/1000/);
  await disk.fill('1,000');
  await disk.blur();
  await expect(disk).toHaveAccessibleDescription(/Tulis 1000 atau 1\.000/);

  await page.goto(`/vps/${account}/instances`);
  await hydrated(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh daftar' }).click(),
  ]);
  expect((await readFile(await file.path(), 'utf8')).split('\r\n')[0]).toMatch(/^\uFEFF[^,;]+;/);
  await page.getByRole('button', { name: 'Format file' }).click();
  const [other] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitemradio', { name: /CSV dengan koma/ }).click(),
  ]);
  expect((await readFile(await other.path(), 'utf8')).split('\r\n')[0]).toMatch(/^\uFEFF[^,;]+,/);
  await context.close();
});
