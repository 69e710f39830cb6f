/** Uploads into a bucket: files and folders, broken off in every way, and gone on with. */
import {
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketCorsCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { Page } from '@playwright/test';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { paths } from '@/lib/paths';
import { noteSecrets, type Tenant } from './support/cloud';
import { hydrated } from './support/people';
import { urls } from './support/ports';
import { openSession } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const mebibyte = 1024 ** 2;
const unique = (name: string) => `${name}-${Date.now().toString(36)}`;
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const disk = mkdtempSync(path.join(tmpdir(), 'nusa-transfers-'));
test.afterAll(() => rmSync(disk, { recursive: true, force: true }));

/** Writes a file whose time is a whole second. */
function write(name: string, content: Uint8Array | string): string {
  const file = path.join(disk, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  utimesSync(file, 1_700_000_000, 1_700_000_000);
  return file;
}

function clientOf({ awanio }: Tenant): S3Client {
  const { endpoint = '', access_key = '', secret_key = '' } = awanio.objectStorage ?? {};
  return new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: access_key, secretAccessKey: secret_key },
  });
}

/** What the store has under a key, as a hash. */
async function stored(client: S3Client, Bucket: string, Key: string): Promise<string> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return hash((await Body?.transformToByteArray()) ?? new Uint8Array());
}

/** A tenant with a bucket, and a page of it whose session has the key. */
async function openBucket(page: Page, name: string, objects = 0) {
  const bucket = unique(name);
  const tenant = await cloud.createTenant({
    awanio: { objectStorage: { buckets: [{ name: bucket, objects }] } },
  });
  const scope = { org: tenant.awanio.organization.uuid };
  const { access_key = '', secret_key = '' } = tenant.awanio.objectStorage ?? {};
  noteSecrets(secret_key);
  // As in browsers that give no handles, so that files are chosen by a field.
  await page.addInitScript(() => {
    Object.assign(window, { showOpenFilePicker: undefined });
  });
  await openSession(page, tenant, 'awanio');
  const linked = await page
    .context()
    .request.put(`${urls.console}/api/storage/organizations/${scope.org}/key`, {
      data: { access_key, secret_key },
      headers: { origin: urls.console },
    });
  expect(linked.ok()).toBe(true);
  await page.goto(paths.bucket(scope, bucket));
  await hydrated(page);
  return { tenant, bucket, scope, client: clientOf(tenant) };
}

const uploadButton = (page: Page) => page.getByRole('button', { name: 'Upload files' });

/** Presses a button that opens the browser's own choice of files, and chooses. */
async function choose(page: Page, press: () => Promise<void>, files: string | string[]) {
  const asked = page.waitForEvent('filechooser');
  await press();
  await (await asked).setFiles(files);
}

const panel = (page: Page) => page.getByRole('dialog', { name: 'Uploads' });
async function openPanel(page: Page) {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Uploads:/ })
    .click();
  await expect(panel(page)).toBeVisible();
}
const line = (page: Page, name: string) =>
  panel(page).getByRole('listitem').filter({ hasText: name });

/**
 * Makes uploads slow enough that something can be done meanwhile.
 * @param speed bytes a second; -1 as fast as can be
 * @returns a function that sets the speed anew, or takes the network away: Playwright's own would not end what is slowed here
 */
async function slowUploads(page: Page, speed: number) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const set = (uploadThroughput: number | 'offline') =>
    devtools.send('Network.emulateNetworkConditions', {
      offline: uploadThroughput === 'offline',
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: uploadThroughput === 'offline' ? -1 : uploadThroughput,
    });
  await set(speed);
  return set;
}

/** Pauses an upload, gives the network back, and loads the page anew, with its uploads open. */
async function pauseAndReload(page: Page, name: string, slow: (speed: number) => Promise<unknown>) {
  await line(page, name)
    .getByRole('button', { name: `Pause ${name}` })
    .click();
  await expect(line(page, name)).toContainText('Paused');
  await slow(-1);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await openPanel(page);
}

/** Goes on with an upload, which is to send those of all `parts` alone that the store hasn't got. */
async function expectRestSent(page: Page, name: string, parts: number, goOn: () => Promise<void>) {
  const sent: number[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith('/part')) sent.push(Number(searchParams.get('number')));
  });
  const listed = page.waitForResponse((answer) => answer.url().includes('/uploads/parts'));
  await goOn();
  const { data } = (await (await listed).json()) as { data: { parts: { number: number }[] } };
  await expect(line(page, name)).toContainText('Uploaded');
  const had = data.parts.map(({ number }) => number);
  expect(had.length).toBeGreaterThan(0);
  const all = Array.from({ length: parts }, (_, index) => index + 1);
  expect(sent.sort((a, b) => a - b)).toEqual(all.filter((number) => !had.includes(number)));
}

test('uploads a folder with hostile names, which exist as themselves, and asks about those that exist', async ({
  page,
}) => {
  const names = ['про', '=%?_', 'a+b &#.txt', ' spasi ', '02%20-%20FLY%20ME.mp3', 'kosong.txt'];
  for (const name of names) write(`folder/${name}`, name === 'kosong.txt' ? '' : `isi ${name}`);
  write('folder/dalam/x', 'dalam');
  const { bucket, client } = await openBucket(page, 'aneh');
  await choose(
    page,
    () => page.getByRole('button', { name: 'Upload folder' }).click(),
    path.join(disk, 'folder'),
  );
  await expect(page.getByText('7 files uploaded').first()).toBeVisible();
  for (const name of names)
    expect(await stored(client, bucket, `folder/${name}`)).toBe(
      hash(Buffer.from(name === 'kosong.txt' ? '' : `isi ${name}`)),
    );
  // The open folder shows it without a reload.
  await page.getByRole('main').getByRole('link', { name: 'folder/', exact: true }).click();
  await expect(page.getByRole('main').getByRole('rowheader')).toHaveCount(7);
  const listed = await page.getByRole('main').getByRole('rowheader').allInnerTexts();
  expect(listed.map((each) => each.trim())).toEqual(
    expect.arrayContaining(['про', '=%?_', 'a+b &#.txt', '⟨U+0020⟩spasi⟨U+0020⟩', 'dalam/']),
  );

  const again = write('lagi/про', 'baru');
  const other = write('lagi/lain.txt', 'lain');
  await choose(page, () => uploadButton(page).click(), [again, other]);
  const ask = page.getByRole('dialog', { name: '1 of these names exists already' });
  await expect(ask).toContainText('folder/про');
  await expectAccessible(page);
  await ask.getByRole('button', { name: 'Keep both' }).click();
  await expect
    .poll(() => stored(client, bucket, 'folder/про (1)').catch(() => null))
    .toBe(hash(Buffer.from('baru')));
  expect(await stored(client, bucket, 'folder/про')).toBe(hash(Buffer.from('isi про')));

  // Dropped files, with a name that can't be a key.
  const data = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['dilepas'], 'lepas.txt'));
    dropped.items.add(new File(['x'], `${'é'.repeat(600)}.txt`));
    return dropped;
  });
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: data });
  await expect(page.getByText('Drop files and folders to upload them')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await expect(page.getByText('Drop files and folders to upload them')).toBeHidden();
  await openPanel(page);
  await expect(panel(page)).toContainText('The name is too long');
  await expect
    .poll(() => stored(client, bucket, 'folder/lepas.txt').catch(() => null))
    .toBe(hash(Buffer.from('dilepas')));
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
});

test('pauses, outlasts a reload and an offline time, and goes on with the same file alone', async ({
  page,
}) => {
  const content = randomBytes(42 * mebibyte);
  const file = write('besar.bin', content);
  const { bucket, client } = await openBucket(page, 'besar');
  const slow = await slowUploads(page, 8 * mebibyte);
  await choose(page, () => uploadButton(page).click(), file);
  await openPanel(page);
  const mine = line(page, 'besar.bin');
  await expect(mine.getByRole('progressbar')).toBeVisible();
  const done = page.waitForResponse((answer) => /\/part\?/.test(answer.url()) && answer.ok());
  await done;
  await slow('offline');
  await expect(panel(page)).toContainText('Your device is offline');
  // It goes on by itself once the network is back.
  const next = page.waitForResponse((answer) => /\/part\?/.test(answer.url()) && answer.ok());
  await slow(8 * mebibyte);
  await next;
  await expect(panel(page)).not.toContainText('Your device is offline');
  await pauseAndReload(page, 'besar.bin', slow);
  await expect(panel(page)).toContainText('1 upload was interrupted');
  await expectAccessible(page);
  const wrong = write('lain/besar.bin', content.subarray(1));
  await choose(page, () => mine.getByRole('button', { name: 'Choose the file' }).click(), wrong);
  await expect(mine.getByRole('alert')).toContainText('Its size differs.');
  await expectRestSent(page, 'besar.bin', 9, () =>
    choose(page, () => mine.getByRole('button', { name: 'Choose the file' }).click(), file),
  );
  expect(await stored(client, bucket, 'besar.bin')).toBe(hash(content));
});

test('outlasts a store that stops, and begins anew what the store has forgotten', async ({
  page,
}) => {
  const content = randomBytes(11 * mebibyte);
  const file = write('putus.bin', content);
  const { tenant, bucket, scope, client } = await openBucket(page, 'putus');
  await cloud.storage(tenant, { full: true });
  await choose(page, () => uploadButton(page).click(), write('penuh.txt', 'penuh'));
  await openPanel(page);
  await expect(line(page, 'penuh.txt')).toContainText('The storage is full');
  await cloud.storage(tenant, {});
  await line(page, 'penuh.txt')
    .getByRole('button', { name: /^Try penuh.txt again/ })
    .click();
  await expect(line(page, 'penuh.txt')).toContainText('Uploaded');
  await page.keyboard.press('Escape');

  // Parts break off in their middle, until the storage is well again.
  await cloud.storage(tenant, { stopPut: { after: 65_536 } });
  await choose(page, () => uploadButton(page).click(), file);
  await openPanel(page);
  const mine = line(page, 'putus.bin');
  await expect(mine).toContainText('It is tried again by itself.', { timeout: 20_000 });
  await mine.getByRole('button', { name: 'Pause putus.bin' }).click();
  await expect(mine).toContainText('Paused');
  await cloud.storage(tenant, {});
  // Somebody ends it at the store.
  const at = `${urls.console}/api/storage/organizations/${scope.org}/uploads`;
  const { data } = (await (await page.context().request.get(`${at}?bucket=${bucket}`)).json()) as {
    data: { uploads: { key: string; upload_id: string }[] };
  };
  const [open] = data.uploads;
  const query = new URLSearchParams({ bucket, key: 'putus.bin', upload_id: open?.upload_id ?? '' });
  const ended = await page
    .context()
    .request.delete(`${at}?${query.toString()}`, { headers: { origin: urls.console } });
  expect(ended.status(), await ended.text()).toBe(204);
  await mine.getByRole('button', { name: 'Resume putus.bin' }).click();
  await expect(mine).toContainText('The storage had forgotten this upload, so it began anew.');
  await expect(mine).toContainText('Uploaded', { timeout: 20_000 });
  expect(await stored(client, bucket, 'putus.bin')).toBe(hash(content));
});

test('tells a second tab, cancels after a question, and asks before signing out', async ({
  page,
}) => {
  const file = write('tab.bin', randomBytes(30 * mebibyte));
  const { bucket, scope } = await openBucket(page, 'tab');
  await slowUploads(page, mebibyte);
  await choose(page, () => uploadButton(page).click(), file);
  await page.waitForRequest((request) => /\/part\?/.test(request.url()));
  const second = await page.context().newPage();
  await second.addInitScript(() => {
    Object.assign(window, { showOpenFilePicker: undefined });
  });
  await second.goto(paths.bucket(scope, bucket));
  await hydrated(second);
  await choose(second, () => uploadButton(second).click(), file);
  await openPanel(second);
  await expect(line(second, 'tab.bin')).toContainText('being uploaded in another tab');
  await line(second, 'tab.bin').getByRole('button', { name: 'Cancel tab.bin' }).click();
  await expect(line(second, 'tab.bin')).toContainText('Cancelled');
  await second.close();

  await page.bringToFront();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Account of/ })
    .click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const leave = page.getByRole('dialog', { name: 'Sign out while files are uploading?' });
  await leave.getByRole('button', { name: 'Cancel' }).click();
  await openPanel(page);
  await line(page, 'tab.bin').getByRole('button', { name: 'Cancel tab.bin' }).click();
  await page
    .getByRole('dialog', { name: 'Cancel this upload?' })
    .getByRole('button', { name: 'Cancel upload' })
    .click();
  await expect(line(page, 'tab.bin')).toContainText('Cancelled');
});

test('goes on with an upload that was begun elsewhere, and deletes another', async ({ page }) => {
  const content = randomBytes(6 * mebibyte);
  const file = write('sana.bin', content);
  const { bucket, client, scope } = await openBucket(page, 'sana');
  const begun = { Bucket: bucket, Key: 'dari sana.bin' };
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(begun));
  const Body = content.subarray(0, 5 * mebibyte);
  await client.send(new UploadPartCommand({ ...begun, UploadId, PartNumber: 1, Body }));
  await client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: 'sisa' }));
  await page.getByRole('link', { name: 'Unfinished uploads' }).click();
  await expect(page).toHaveURL(paths.bucketPart(scope, bucket, 'uploads'));
  const row = (name: string) => page.getByRole('main').getByRole('row').filter({ hasText: name });
  await expect(row('dari sana.bin')).toContainText('5 MB');
  await expect(row('dari sana.bin')).toContainText('Begun elsewhere');
  await hydrated(page);
  await expectAccessible(page);
  await row('sisa')
    .getByRole('button', { name: /Actions/ })
    .click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete upload' }).click();
  await expect(row('sisa')).toBeHidden();
  await row('dari sana.bin')
    .getByRole('button', { name: /Actions/ })
    .click();
  await page.getByRole('menuitem', { name: 'Resume' }).click();
  const dialog = page.getByRole('dialog', { name: /Go on with/ });
  const pick = () => dialog.getByRole('button', { name: 'Choose the file' }).click();
  await choose(page, pick, write('kecil.bin', 'x'));
  await expect(dialog.getByRole('alert')).toContainText("can't go on with the upload");
  await choose(page, pick, file);
  await expect(dialog).toContainText('nothing can prove that it is the same file');
  await dialog.getByRole('checkbox', { name: 'It is the same file' }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('1 file uploaded').first()).toBeVisible();
  expect(await stored(client, bucket, 'dari sana.bin')).toBe(hash(content));
});

/** The keys of a bucket. */
async function keysOf(client: S3Client, Bucket: string): Promise<(string | undefined)[]> {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
  return Contents.map(({ Key }) => Key);
}

test('takes a folder that is dropped, with the folders and the empty folder in it', async ({
  page,
}) => {
  write('panen/satu.txt', 'satu');
  write('panen/dalam/про & =%?.txt', 'dua');
  mkdirSync(path.join(disk, 'panen/kosong'), { recursive: true });
  const { bucket, client } = await openBucket(page, 'jatuh');
  const devtools = await page.context().newCDPSession(page);
  await expect(uploadButton(page)).toBeEnabled(); // until then nothing listens
  const data = { items: [], files: [path.join(disk, 'panen')], dragOperationsMask: 1 };
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await drag('dragEnter');
  await drag('dragOver');
  await expect(page.getByText('Drop files and folders to upload them')).toBeVisible();
  await drag('drop');
  await expect(page.getByText('3 files uploaded').first()).toBeVisible();
  expect(await keysOf(client, bucket)).toEqual([
    'panen/dalam/про & =%?.txt',
    'panen/kosong/',
    'panen/satu.txt',
  ]);
  await expect(
    page.getByRole('main').getByRole('rowheader', { name: 'panen/', exact: true }),
  ).toBeVisible();
});

test('goes on after a reload with a file that it kept the handle of, and sends no part twice', async ({
  page,
}) => {
  const size = 30 * mebibyte;
  const { bucket, client, scope } = await openBucket(page, 'pegangan');
  // A file of the browser's own disk has a handle like one that a person chose.
  await page.addInitScript(() => {
    Object.assign(window, {
      showOpenFilePicker: async () => [
        await (await navigator.storage.getDirectory()).getFileHandle('besar.bin'),
      ],
    });
  });
  await page.goto(paths.bucket(scope, bucket));
  await hydrated(page);
  const wanted = await page.evaluate(async (length) => {
    const bytes = new Uint8Array(length).map((_, index) => (index * 31 + (index >> 12)) % 251);
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle('besar.bin', { create: true });
    const file = await handle.createWritable();
    await file.write(bytes);
    await file.close();
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }, size);
  const slow = await slowUploads(page, 8 * mebibyte);
  const first = page.waitForResponse((answer) => /\/part\?/.test(answer.url()) && answer.ok());
  await uploadButton(page).click();
  await first;
  await openPanel(page);
  await pauseAndReload(page, 'besar.bin', slow);
  await expectRestSent(page, 'besar.bin', 6, () =>
    line(page, 'besar.bin').getByRole('button', { name: 'Resume' }).click(),
  );
  expect(await stored(client, bucket, 'besar.bin')).toBe(wanted);
});

test('sends parts straight to the store where its CORS lets it', async ({ page }) => {
  const content = randomBytes(12 * mebibyte);
  const file = write('langsung.bin', content);
  const { bucket, client, tenant } = await openBucket(page, 'langsung');
  const rule = {
    AllowedOrigins: [urls.console],
    AllowedMethods: ['PUT', 'GET', 'HEAD'],
    AllowedHeaders: ['*'],
    ExposeHeaders: ['ETag'],
  };
  await client.send(
    new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules: [rule] } }),
  );
  const { port } = new URL(tenant.awanio.objectStorage?.endpoint ?? '');
  const straight = new Set<string | null>();
  const through: string[] = [];
  page.on('requestfinished', (request) => {
    const url = new URL(request.url());
    if (request.method() !== 'PUT') return;
    if (url.port === port) straight.add(url.searchParams.get('partNumber'));
    else if (url.pathname.endsWith('/part')) through.push(url.pathname);
  });
  await choose(page, () => uploadButton(page).click(), file);
  await expect(page.getByText('1 file uploaded').first()).toBeVisible();
  expect([...straight].sort()).toEqual(['1', '2', '3']);
  expect(through).toEqual([]);
  expect(await stored(client, bucket, 'langsung.bin')).toBe(hash(content));
});
