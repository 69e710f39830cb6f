/** Object storage: it is enabled, its buckets, and their objects with and without a storage key. */
import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { hydrated } from './support/people';
import { openWithAccount } from './support/session';
import { noteSecrets, type Tenant } from './support/cloud';
import { cloud, expect, expectAccessible, test } from './support/test';

/** A name that no other run of this file has: names of buckets are unique over all tenants. */
const unique = (name: string) => `${name}-${Date.now().toString(36)}`;

const rowOf = (page: Page, name: string) =>
  page.getByRole('main').getByRole('row').filter({ hasText: name });

/** Leaves in a bucket what a list of objects doesn't show: an older version, a marker of a deletion, an unfinished upload. */
async function leaveVersionsAndUpload(tenant: Tenant, bucket: string) {
  const { endpoint = '', access_key = '', secret_key = '' } = tenant.awanio.objectStorage ?? {};
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: access_key, secretAccessKey: secret_key },
  });
  const of = { Bucket: bucket, Key: 'log/berubah.txt' };
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await client.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration }));
  for (const Body of ['satu', 'dua']) await client.send(new PutObjectCommand({ ...of, Body }));
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'log/hilang.txt', Body: 'tiga' }));
  await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'log/hilang.txt' }));
  await client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: 'log/besar.bin' }));
  client.destroy();
}

/** Chooses an action of a row's menu. */
async function choose(page: Page, name: string, action: string) {
  await rowOf(page, name)
    .getByRole('button', { name: /Actions/ })
    .click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('enables the storage with its key kept, and makes a bucket public', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: {} });
  const { uuid: org } = tenant.awanio.organization;
  const name = unique('kopi');
  await openWithAccount(page, tenant, paths.buckets({ org }));
  await expect(
    page.getByRole('heading', { name: "Object storage isn't enabled here" }),
  ).toBeVisible();
  await hydrated(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Enable object storage' }).click();
  const dialog = page.getByRole('dialog', { name: 'Enable object storage' });
  const keep = dialog.getByRole('checkbox', { name: /Keep this key in my session/ });
  await expect(keep).not.toBeChecked();
  await dialog.getByLabel('Subdomain').fill('Kopi_Kita');
  await dialog.getByLabel('First bucket').fill(name);
  await keep.check();
  await dialog.getByRole('button', { name: 'Enable', exact: true }).click();
  await expect(dialog.getByText('Use lowercase letters, digits and hyphens.')).toBeVisible();
  await dialog.getByLabel('Subdomain').fill(name);
  await dialog.getByRole('button', { name: 'Enable', exact: true }).click();

  const told = page.getByRole('status').filter({ hasText: 'Save its access key now' });
  await expect(told).toContainText('only this once');
  await expect(told).toContainText('The key is linked to your session.');
  const saved = page.waitForEvent('download');
  await told.getByRole('button', { name: 'Download as a file' }).click();
  expect((await saved).suggestedFilename()).toBe(`${name}-s3-credentials.ini`);
  await expectAccessible(page);
  await told.getByRole('button', { name: 'I have saved the key' }).click();
  await expect(told).toBeHidden();

  await page.getByRole('button', { name: 'Create bucket' }).click();
  const create = page.getByRole('dialog', { name: 'Create bucket' });
  await create.getByLabel('Bucket').fill(`${name}-foto`);
  await create.getByRole('button', { name: 'Create bucket' }).click();
  await expect(rowOf(page, `${name}-foto`)).toContainText('Private');
  await choose(page, `${name}-foto`, 'Make public');
  await page.getByRole('dialog').getByRole('button', { name: 'Make public' }).click();
  await expect(rowOf(page, `${name}-foto`)).toContainText('Public');
  await page.reload();
  await expect(rowOf(page, `${name}-foto`)).toContainText('Public'); // what was set in this tab
  await expect(page.getByText('Linked', { exact: true })).toBeVisible();
});

test('lists folders by the API alone, and deletes objects and a bucket that is not empty', async ({
  page,
}) => {
  const name = unique('arsip');
  const prefix = 'a b/%2F//..x/';
  const buckets = [{ name, objects: 3, prefix }];
  const tenant = await cloud.createTenant({
    awanio: { projects: 1, objectStorage: { project: true, buckets } },
  });
  const { organization, project } = tenant.awanio;
  const scope = { org: organization.uuid, project: project.uuid };
  await page.setViewportSize({ width: 390, height: 844 });
  await openWithAccount(page, tenant, paths.bucket(scope, name));
  const main = page.getByRole('main');
  for (const folder of ['a b/', '%2F/', '/', '..x/']) {
    const link = main.getByRole('rowheader').getByRole('link', { name: folder, exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(main.locator('[aria-current=location]')).toHaveText(folder);
    await expect(main.locator('[aria-current=location]')).toBeFocused();
  }
  expect(new URL(page.url()).searchParams.get('prefix')).toBe(prefix);
  await expect(main.getByRole('rowheader')).toHaveCount(3);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('searchbox').fill('file-000002');
  await expect(main.getByRole('rowheader')).toHaveText(['file-000002.txt']);
  await choose(page, 'file-000002.txt', 'Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete object' }).click();
  await expect(main.getByText('Nothing matches')).toBeVisible();

  await page.goto(paths.buckets(scope));
  await hydrated(page);
  await choose(page, name, 'Delete');
  const dialog = page.getByRole('dialog', { name: `Delete ${name}?` });
  await expect(dialog).toContainText('Objects: 2');
  await expectAccessible(page);
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: 'Empty and delete bucket' }).click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, name)).toBeHidden();
});

test('with a storage key: refuses a wrong one, tells of trouble, and empties a bucket', async ({
  page,
}) => {
  const name = unique('besar');
  const tenant = await cloud.createTenant({
    awanio: { objectStorage: { buckets: [{ name, objects: 250, prefix: 'log/' }] } },
  });
  const scope = { org: tenant.awanio.organization.uuid };
  const { access_key = '', secret_key = '' } = tenant.awanio.objectStorage ?? {};
  noteSecrets(secret_key);
  await openWithAccount(page, tenant, paths.bucket(scope, name, { prefix: 'log/' }));
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Link a key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link a key' });
  await dialog.getByLabel('Access key').fill(access_key);
  await dialog.getByRole('textbox', { name: 'Secret key' }).fill('fake-wrong-secret');
  await dialog.getByRole('button', { name: 'Try and link' }).click();
  await expect(dialog.getByText("The secret key doesn't belong to this access key.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Secret key' }).fill(secret_key);
  await dialog.getByRole('button', { name: 'Try and link' }).click();
  await expect(dialog).toBeHidden();

  await expect(main.getByRole('columnheader', { name: 'Storage class' })).toBeVisible();
  await expect(main.getByRole('rowheader').first()).toHaveText('file-000001.txt');

  await cloud.storage(tenant, { stop: { after: 400 } });
  await page.reload();
  await expect(main.getByRole('alert')).toContainText("The storage doesn't answer");
  await cloud.storage(tenant, { clockOff: 3600 });
  await page.reload();
  await expect(main.getByRole('alert')).toContainText('differ by more than 15 minutes');
  await cloud.storage(tenant, {});
  await main.getByRole('button', { name: 'Try again' }).click();
  await expect(main.getByRole('rowheader').first()).toHaveText('file-000001.txt');

  await leaveVersionsAndUpload(tenant, name);
  await cloud.storageKey(tenant, access_key, { readOnly: true });
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const ask = page.getByRole('dialog', { name: `Delete ${name}?` });
  await expect(ask).toContainText('Objects: 251');
  await expect(ask).toContainText('Unfinished uploads: 1');
  await ask.getByRole('textbox').fill(name);
  await ask.getByRole('button', { name: 'Empty and delete bucket' }).click();
  await expect(ask).toContainText("The storage key doesn't allow this.");
  await cloud.storageKey(tenant, access_key, { readOnly: false });
  await ask.getByRole('button', { name: 'Empty and delete bucket' }).click();
  await expect(page).toHaveURL(paths.buckets(scope));
  await expect(page.getByRole('heading', { name: 'No buckets yet' })).toBeVisible();
  await expect(main.getByRole('button', { name: 'Link another key' })).toBeVisible();
});
