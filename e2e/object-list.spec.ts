/** The list of a bucket with a linked storage key: sorting, selecting everything, deleting, moving, renaming, and zip files. */
import { execFileSync } from 'node:child_process';
import {
  DeleteBucketPolicyCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { hydrated } from './support/people';
import { urls } from './support/ports';
import { openSession } from './support/session';
import { noteSecrets, type Tenant } from './support/cloud';
import { cloud, expect, expectAccessible, test } from './support/test';

/** A name that no other run of this file has: names of buckets are unique over all tenants. */
const unique = (name: string) => `${name}-${Date.now().toString(36)}`;

/** A tenant with one bucket, signed in, with its key linked, and a client of its own. */
async function bucketOf(page: Page, name: string, objects: number, prefix: string) {
  const tenant: Tenant = await cloud.createTenant({
    awanio: { objectStorage: { buckets: [{ name, objects, prefix }] } },
  });
  const { endpoint = '', access_key = '', secret_key = '' } = tenant.awanio.objectStorage ?? {};
  noteSecrets(secret_key);
  const scope = { org: tenant.awanio.organization.uuid };
  await openSession(page, tenant, 'awanio');
  const linked = await page
    .context()
    .request.put(`${urls.console}/api/storage/organizations/${scope.org}/key`, {
      data: { access_key, secret_key },
      headers: { origin: urls.console },
    });
  expect(linked.ok()).toBe(true);
  const client = new S3Client({
    ...{ endpoint, region: 'us-east-1', forcePathStyle: true },
    credentials: { accessKeyId: access_key, secretAccessKey: secret_key },
  });
  const put = (Key: string, Body: string) =>
    client.send(new PutObjectCommand({ Bucket: name, Key, Body }));
  return { tenant, scope, client, put };
}

const names = (page: Page) => page.getByRole('main').getByRole('rowheader');
const rowOf = (page: Page, name: string) =>
  page
    .getByRole('main')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });

/** Names that something on the way might change. */
const odd = ['про', '=%?_', '02%20-%20FLY%20ME.mp3', '/hello.html', 'exa//mple', 'akhir  '];

/** How many objects have a prefix. */
const countOf = async (client: S3Client, Bucket: string, Prefix: string) =>
  (await client.send(new ListObjectsV2Command({ Bucket, Prefix }))).KeyCount;

/** Chooses an action of a row's menu. */
async function choose(page: Page, name: string, action: string) {
  await rowOf(page, name)
    .getByRole('button', { name: /Actions/ })
    .click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

test('turns pages and sorts a whole folder, also after a reload', async ({ page }) => {
  const name = unique('urut');
  const { scope, client, put } = await bucketOf(page, name, 1050, 'log/');
  await put('log/zz besar.bin', 'x'.repeat(5000));
  await page.goto(paths.bucket(scope, name, { prefix: 'log/' }));
  await hydrated(page);
  const main = page.getByRole('main');
  await expect(names(page).first()).toHaveText('file-000001.txt');
  const pages = main.getByRole('navigation', { name: 'Pages' });
  await pages.getByRole('button', { name: 'Next page' }).click();
  await expect(names(page).first()).toHaveText('file-001001.txt');
  await page.reload();
  await expect(names(page).first()).toHaveText('file-001001.txt');
  await pages.getByRole('button', { name: 'Previous page' }).click();
  await expect(names(page).first()).toHaveText('file-000001.txt');

  const size = main.getByRole('columnheader', { name: 'Size' }).getByRole('button');
  await size.click();
  await size.click();
  await expect(names(page).first()).toHaveText('zz besar.bin');
  await page.reload();
  await expect(names(page).first()).toHaveText('zz besar.bin');
  await expect(main.getByRole('columnheader', { name: 'Size' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await size.click();
  await expect(names(page).first()).toHaveText('file-000001.txt');
  client.destroy();
});

test('selects all pages of a folder, and deletes them with a failure', async ({ page }) => {
  const name = unique('hapus');
  const { scope, client } = await bucketOf(page, name, 1051, 'log/');
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        ...{ Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject' },
        Resource: `arn:aws:s3:::${name}/log/file-000003.txt`,
      },
    ],
  });
  await client.send(new PutBucketPolicyCommand({ Bucket: name, Policy }));
  await page.goto(paths.bucket(scope, name, { prefix: 'log/' }));
  await hydrated(page);
  const main = page.getByRole('main');
  await expectAccessible(page); // before the bar of the selection covers a row
  await main.getByRole('checkbox', { name: 'Select all rows' }).check();
  await main.getByRole('button', { name: 'Select everything in log/' }).click();
  await expect(main.getByText('All 1,051 in log/ are selected.')).toBeVisible();
  const bar = page.getByRole('region', { name: 'Selected rows' });
  await bar.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete 1,051 selected?' });
  await expect(dialog.getByText(/^Objects: 1,051,/)).toBeVisible();
  await expect(dialog.getByText(/hey are permanently deleted\./)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox').fill('log');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByRole('alert')).toContainText('log/file-000003.txt: AccessDenied');
  await expect(dialog.getByText('Deleted: 1,050.')).toBeVisible();
  await expectAccessible(page);
  await client.send(new DeleteBucketPolicyCommand({ Bucket: name }));
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog).toBeHidden();
  await expect(main.getByText('This folder is empty')).toBeVisible();
  client.destroy();
});

test('goes on with a copy in the bar while other pages are open, and stops there', async ({
  page,
}) => {
  const name = unique('latar');
  const { scope, client } = await bucketOf(page, name, 80, 'log/');
  await page.goto(paths.bucket(scope, name));
  await hydrated(page);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const latency = (milliseconds: number) =>
    network.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: milliseconds, downloadThroughput: -1, uploadThroughput: -1 },
    });
  await choose(page, 'log/', 'Copy');
  const copy = page.getByRole('dialog', { name: 'Copy log/' });
  await copy.getByRole('textbox', { name: 'To folder' }).fill('salinan/');
  const confirm = copy.getByRole('button', { name: 'Copy' });
  await expect(confirm).toBeEnabled();
  await latency(1000); // so that something can be done meanwhile
  await confirm.click();
  await expect(copy.getByText(/^Copied: \d+ of 80/)).toBeVisible();
  await expectAccessible(page);
  await copy.getByRole('button', { name: 'Go on in the background' }).click();
  await expect(copy).toBeHidden();

  // Another page of the console, without a load of the document.
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link').first().click();
  await page.waitForURL((url) => !url.pathname.includes(name));
  const tray = page.getByRole('button', { name: 'Work on objects: 1 under way' });
  await tray.click();
  const list = page.getByRole('dialog', { name: 'Work on objects' });
  await expect(list.getByRole('heading', { name: 'Copy log/' })).toBeVisible();
  await expect(list.getByRole('progressbar', { name: 'Copy log/' })).toBeVisible();
  await expectAccessible(page);
  await list.getByRole('button', { name: 'Stop' }).click();
  await latency(0);
  await expect(list.getByText(/^Not finished: \d+\.$/)).toBeVisible();
  expect(await countOf(client, name, 'salinan/')).toBeLessThan(80);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Work on objects: 1 needs you' }).click();
  await list.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText(/^\d+ objects copied$/).first()).toBeVisible();
  expect(await countOf(client, name, 'salinan/')).toBe(80);
  client.destroy();
});

test('goes on in the bar with a rename, a move and a deletion, and tells what failed of each', async ({
  page,
}) => {
  const name = unique('bersama');
  const { tenant, scope, client, put } = await bucketOf(page, name, 1, 'lain/');
  const folders = ['nama/', 'pindah/', 'hapus/'];
  const files = Array.from({ length: 8 }, (_, index) => `${index}.txt`);
  await Promise.all(folders.flatMap((folder) => files.map((file) => put(folder + file, file))));
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        ...{ Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject' },
        Resource: folders.map((folder) => `arn:aws:s3:::${name}/${folder}3.txt`),
      },
    ],
  });
  await client.send(new PutBucketPolicyCommand({ Bucket: name, Policy }));
  await page.goto(paths.bucket(scope, name));
  await hydrated(page);
  // So many writes are done that at least one object is renamed, and not all are.
  await cloud.storage(tenant, { holdWrites: { after: 9 } });

  await choose(page, 'nama/', 'Rename');
  const rename = page.getByRole('dialog', { name: 'Rename nama/' });
  await rename.getByRole('textbox', { name: 'New name' }).fill('nama baru');
  await rename.getByRole('button', { name: 'Rename' }).click();
  await expect(rename.getByText(/^Moved: [1-6] of 8/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rename).toBeHidden();

  await choose(page, 'pindah/', 'Move');
  const move = page.getByRole('dialog', { name: 'Move pindah/' });
  await move.getByRole('textbox', { name: 'To folder' }).fill('tujuan/');
  await move.getByRole('button', { name: 'Move' }).click();
  await move.getByRole('button', { name: 'Go on in the background' }).click();

  await choose(page, 'hapus/', 'Delete');
  const remove = page.getByRole('dialog', { name: 'Delete hapus/?' });
  await remove.getByRole('button', { name: 'Delete' }).click();
  await remove.getByRole('button', { name: 'Go on in the background' }).click();

  await page.getByRole('button', { name: 'Work on objects: 3 under way' }).click();
  const list = page.getByRole('dialog', { name: 'Work on objects' });
  const run = (title: string) =>
    list.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
  await expect(list.getByRole('progressbar')).toHaveCount(3);
  await expect(run('Rename nama/').getByText(/^Moved: [1-6] of 8/)).toBeVisible();

  await cloud.storage(tenant, {});
  await expect(run('Rename nama/').getByRole('alert')).toContainText(
    "nama/3.txt: It is copied, but the source couldn't be deleted.",
  );
  await expect(run('Move pindah/').getByRole('alert')).toContainText('pindah/3.txt:');
  await expect(run('Delete hapus/').getByRole('alert')).toContainText('hapus/3.txt: AccessDenied');
  await expect(run('Delete hapus/').getByText('Deleted: 7.')).toBeVisible();
  await expectAccessible(page);
  await run('Move pindah/').getByRole('button', { name: 'Close' }).click();
  await expect(run('Move pindah/')).toBeHidden();
  await client.send(new DeleteBucketPolicyCommand({ Bucket: name }));
  for (const title of ['Rename nama/', 'Delete hapus/']) {
    await run(title).getByRole('button', { name: 'Try again' }).click();
    await expect(run(title)).toBeHidden();
  }
  await expect(list.getByText('Nothing is under way.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Work on objects/ })).toBeHidden();
  await expect(rowOf(page, 'nama/')).toBeHidden();
  await expect(rowOf(page, 'hapus/')).toBeHidden();
  expect(await countOf(client, name, 'nama baru/')).toBe(8);
  expect(await countOf(client, name, 'nama/')).toBe(0);
  expect(await countOf(client, name, 'hapus/')).toBe(0);
  expect(await countOf(client, name, 'pindah/')).toBe(1); // what was closed isn't tried again
  client.destroy();
});

test('makes a folder, moves and renames, by the exact names, on a small screen', async ({
  page,
}) => {
  const name = unique('nama');
  const { scope, client, put } = await bucketOf(page, name, 1, 'lain/');
  await Promise.all([...odd, 'folder', 'folder/', 'dua.txt'].map((key) => put(key, key)));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(paths.bucket(scope, name));
  await hydrated(page);
  const main = page.getByRole('main');
  await expect(rowOf(page, 'folder/')).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await main.getByRole('button', { name: 'New folder' }).focus();
  await page.keyboard.press('Enter');
  const folder = page.getByRole('dialog', { name: 'New folder' });
  await expect(folder.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('folder');
  await page.keyboard.press('Enter');
  await expect(folder.getByText('This folder exists already.')).toBeVisible();
  await folder.getByRole('textbox', { name: 'Name' }).fill('arsip/2026');
  await page.keyboard.press('Enter');
  await expect(folder).toBeHidden();
  await expect(rowOf(page, 'arsip/')).toBeVisible();

  await choose(page, 'про', 'Move');
  const move = page.getByRole('dialog', { name: 'Move про' });
  await move.getByRole('button', { name: 'arsip/' }).click();
  await move.getByRole('button', { name: '2026/' }).click();
  await expect(move.getByRole('textbox', { name: 'To folder' })).toHaveValue('arsip/2026/');
  await expectAccessible(page);
  await move.getByRole('button', { name: 'Move' }).click();
  await expect(move).toBeHidden();
  await expect(rowOf(page, 'про')).toBeHidden();

  await choose(page, '=%?_', 'Rename');
  const rename = page.getByRole('dialog', { name: 'Rename =%?_' });
  await rename.getByRole('textbox', { name: 'New name' }).fill('dua.txt');
  await rename.getByRole('button', { name: 'Rename' }).click();
  await expect(rename.getByRole('alert')).toContainText('1 exists there already');
  await rename.getByRole('button', { name: 'Keep both' }).click();
  await expect(rename).toBeHidden();
  await expect(rowOf(page, 'dua (2).txt')).toBeVisible();
  await expect(rowOf(page, '=%?_')).toBeHidden();

  client.destroy();
});

test('renames a folder, deletes exactly one name, and zips a bucket', async ({ page }) => {
  const name = unique('zip');
  const { scope, client, put } = await bucketOf(page, name, 2, 'arsip/2026/');
  await Promise.all([...odd, 'folder', 'folder/'].map((key) => put(key, key)));
  await page.goto(paths.bucket(scope, name));
  await hydrated(page);
  const main = page.getByRole('main');
  await choose(page, 'arsip/', 'Rename');
  const folders = page.getByRole('dialog', { name: 'Rename arsip/' });
  await folders.getByRole('textbox', { name: 'New name' }).fill('simpan');
  await folders.getByRole('button', { name: 'Rename' }).click();
  await expect(folders).toBeHidden();
  await expect(rowOf(page, 'simpan/')).toBeVisible();
  await expect(rowOf(page, 'arsip/')).toBeHidden();

  await choose(page, 'folder', 'Delete');
  const ask = page.getByRole('dialog', { name: 'Delete folder?' });
  await ask.getByRole('button', { name: 'Delete' }).click();
  await expect(ask).toBeHidden();
  await expect(rowOf(page, 'folder')).toBeHidden();
  await expect(rowOf(page, 'folder/')).toBeVisible();

  await main.getByRole('button', { name: 'Download bucket as zip' }).click();
  const zip = page.getByRole('dialog', { name: 'Download as zip' });
  await expect(zip.getByText(/^Objects: 9\./)).toBeVisible();
  await expectAccessible(page);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    zip.getByRole('button', { name: 'Download' }).click(),
  ]);
  const listed = execFileSync('unzip', ['-t', await saved.path()], { encoding: 'utf8' });
  expect(listed).toContain('No errors detected');
  expect(listed).toContain('simpan/2026/file-000002.txt');
  client.destroy();
});
