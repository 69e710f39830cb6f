/** The page of one object: details, previews, versions, sharing. What is in an object never runs in the console's origin. */
import { PutBucketVersioningCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { APIRequestContext, Page } from '@playwright/test';
import PDFDocument from 'pdfkit';
import { paths } from '@/lib/paths';
import { cloud, type Tenant } from './support/cloud';
import { hydrated } from './support/people';
import { openWithAccount } from './support/session';
import { expect, expectAccessible, test } from './support/test';

const unique = (name: string) => `${name}-${Date.now().toString(36)}`;

/** The smallest PNG: one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A PDF of three pages, whose script would run at its opening. */
async function pdf(): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A5' });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.fontSize(24).text('Halaman satu');
  document.addPage().text('Halaman dua');
  document.addPage().text('Halaman tiga');
  const script = document.ref({
    S: 'JavaScript',
    JS: new String('app.alert("pwned"); this.title = "pwned"; document.title = "pwned"'),
  });
  (script as unknown as { end: () => void }).end(); // its types ask for a stream
  (document as unknown as { _root: { data: Record<string, unknown> } })._root.data['OpenAction'] =
    script;
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

interface Store {
  tenant: Tenant;
  client: S3Client;
  bucket: string;
  scope: { org: string };
  put: (key: string, Body: Buffer | string, more?: object) => Promise<unknown>;
}

/** A tenant with an empty bucket, and a page whose session has its key. */
async function openStore(page: Page, name: string): Promise<Store> {
  const bucket = unique(name);
  const tenant = await cloud.createTenant({
    awanio: { objectStorage: { buckets: [{ name: bucket, objects: 0 }] } },
  });
  const { endpoint = '', access_key = '', secret_key = '' } = tenant.awanio.objectStorage ?? {};
  const credentials = { accessKeyId: access_key, secretAccessKey: secret_key };
  const client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials });
  const scope = { org: tenant.awanio.organization.uuid };
  await openWithAccount(page, tenant, paths.buckets(scope));
  const { origin } = new URL(page.url());
  const linked = await page.request.put(`${api(scope, 'key')}`, {
    headers: { origin },
    data: { access_key, secret_key },
  });
  expect(linked.status()).toBe(200);
  const put = (Key: string, Body: Buffer | string, more: object = {}) =>
    client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ...more }));
  return { tenant, client, bucket, scope, put };
}

const api = ({ org }: { org: string }, what: string, query: Record<string, string> = {}) =>
  `/api/storage/organizations/${org}/${what}?${new URLSearchParams(query).toString()}`;

/** What is saved, by its name and text. */
async function saved(request: APIRequestContext, url: string) {
  const answer = await request.get(url);
  return {
    status: answer.status(),
    disposition: answer.headers()['content-disposition'] ?? '',
    text: await answer.text(),
  };
}

test('shows details, texts, pictures and a PDF', async ({ page }) => {
  const store = await openStore(page, 'isi');
  const { scope, bucket } = store;
  const latin = Buffer.from('caf\xe9 \u00bd', 'latin1');
  await store.put('dok/catatan.txt', latin, {
    ContentType: 'text/plain',
    CacheControl: 'max-age=60',
    Metadata: { pemilik: '<b>Sari</b>' },
  });
  await store.put('foto.png', png, { ContentType: 'image/png' });
  await store.put('buku.pdf', await pdf(), { ContentType: 'application/pdf' });
  await store.put('arsip.zip', 'PK', { ContentType: 'application/zip' });

  await page.goto(paths.object(scope, bucket, 'dok/catatan.txt'));
  const main = page.getByRole('main');
  await expect(page).toHaveTitle(new RegExp(`catatan\\.txt.*${bucket}`));
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('catatan.txt');
  await expect(main.getByRole('region', { name: 'Content of dok/catatan.txt' })).toHaveText(
    'café ½',
  );
  await expect(main.getByText('Encoding: WINDOWS-1252.')).toBeVisible();
  await expect(main.getByText('max-age=60')).toBeVisible();
  await expect(main.getByText('<b>Sari</b>')).toBeVisible();
  await expect(main.getByText(`s3://${bucket}/dok/catatan.txt`, { exact: true })).toBeVisible();
  await expect(main.getByRole('region', { name: 'aws' })).toContainText(
    `s3 cp s3://${bucket}/dok/catatan.txt ./catatan.txt`,
  );
  await expectAccessible(page);
  await page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .getByRole('link', { name: 'dok/' })
    .click();
  await expect(page).toHaveURL(paths.bucket(scope, bucket, { prefix: 'dok/' }));

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(paths.object(scope, bucket, 'foto.png'));
  const picture = main.getByRole('img', { name: 'foto.png' });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await page.goto(paths.object(scope, bucket, 'buku.pdf'));
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('region', { name: 'Page 1 of 3' })).toContainText('Halaman satu');
  await expect(main.getByText('Page 1 of 3')).toBeVisible();
  await hydrated(page);
  await main.getByRole('button', { name: 'Next page' }).press('Enter');
  await expect(main.getByText('Page 2 of 3')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);

  await page.goto(paths.object(scope, bucket, 'arsip.zip'));
  await expect(main.getByText("can't show this type: application/zip")).toBeVisible();
  await page.goto(paths.object(scope, bucket, 'tidak-ada'));
  await expect(main.getByRole('heading', { name: 'Object not found' })).toBeVisible();
});

test('runs nothing of what is in an object', async ({ page, baseURL }) => {
  const store = await openStore(page, 'jahat');
  const { scope, bucket } = store;
  const script = '<script>document.title="pwned";console.log("pwned");alert("pwned")</script>';
  const files: Record<string, [string | Buffer, string, string[]]> = {
    'a.html': [`<!doctype html>${script}`, 'text/html', ['text']],
    'b.svg': [
      `<svg xmlns="http://www.w3.org/2000/svg" onload="alert('pwned')">${script}</svg>`,
      'image/svg+xml',
      ['image', 'text'],
    ],
    'c.png': [`<!doctype html>${script}`, 'image/png', ['image', 'text']],
    'd.pdf': [await pdf(), 'application/pdf', ['pdf']],
  };
  const heard: string[] = [];
  page.context().on('console', (message) => heard.push(message.text()));
  page.context().on('dialog', (dialog) => {
    heard.push(dialog.message());
    void dialog.dismiss();
  });
  for (const [key, [body, ContentType, kinds]] of Object.entries(files)) {
    await store.put(key, body, { ContentType });
    await page.goto(paths.object(scope, bucket, key));
    const main = page.getByRole('main');
    if (key === 'a.html' || key === 'b.svg')
      await expect(main.getByRole('region', { name: `Content of ${key}` })).toContainText('pwned');
    else if (key === 'c.png')
      await expect(main.getByText("isn't what its type or name says")).toBeVisible();
    else await expect(page.frameLocator('iframe').getByText('Halaman satu')).toBeVisible();
    expect(await page.title()).not.toContain('pwned');
    for (const as of kinds) {
      const url = api(scope, 'preview', { bucket, key, as });
      const answer = await page.request.get(url);
      const { 'content-security-policy': policy, 'content-type': type } = answer.headers();
      // Refused as a problem in JSON, or sent under a policy that runs nothing.
      if (answer.ok()) expect(policy).toContain('sandbox');
      else expect(type).toContain('problem+json');
      await page.goto(url).catch(() => null); // a browser may save a PDF in place of showing it
      expect(await page.title()).not.toContain('pwned');
    }
    const { headers } = await page.request
      .get(api(scope, 'download', { bucket, key }))
      .then((answer) => ({ headers: answer.headers() }));
    expect(headers['content-disposition']).toMatch(/^attachment/);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
  // The frame of PDFs by itself: its origin is opaque, and it loads nothing.
  const viewer = await page.goto(`${baseURL}/api/viewers/pdf`);
  expect(viewer?.headers()['content-security-policy']).toContain("connect-src 'none'");
  expect(viewer?.headers()['content-security-policy']).toContain('sandbox allow-scripts');
  expect(await page.evaluate(() => window.origin)).toBe('null');
  expect(heard.filter((text) => text.includes('pwned'))).toEqual([]);
});

test('opens and saves odd keys as themselves', async ({ page }) => {
  const store = await openStore(page, 'aneh');
  const { scope, bucket } = store;
  const odd = [
    'про',
    '=%?_',
    '02%20-%20FLY%20ME.mp3',
    '/hello.html',
    'exa//mple',
    'folder',
    'folder/',
  ];
  for (const key of odd) await store.put(key, `isi ${key}`, { ContentType: 'text/plain' });
  const main = page.getByRole('main');
  for (const key of odd) {
    await page.goto(paths.object(scope, bucket, key));
    await expect(main.getByRole('region', { name: `Content of ${key}`, exact: true })).toHaveText(
      `isi ${key}`,
    );
    const { text } = await saved(page.request, api(scope, 'download', { bucket, key }));
    expect(text).toBe(`isi ${key}`);
  }
  const names = ["John's Resume.pdf", 'report(1).pdf', 'a,b.mkv'];
  for (const name of names) {
    await store.put(`n/${name}`, name, { ContentType: 'application/octet-stream' });
    await page.goto(paths.object(scope, bucket, `n/${name}`));
    await hydrated(page);
    const download = page.waitForEvent('download');
    await main.getByRole('button', { name: 'Download', exact: true }).click();
    expect((await download).suggestedFilename()).toBe(name);
  }
  expect((await saved(page.request, api(scope, 'download', { bucket, key: 'folde' }))).status).toBe(
    404,
  );
});

test('says that a bucket has never kept versions, and that a storage knows none', async ({
  page,
}) => {
  const { tenant, scope, bucket, put } = await openStore(page, 'tanpa-versi');
  await put('surat.txt', 'isi', { ContentType: 'text/plain' });
  await page.goto(paths.object(scope, bucket, 'surat.txt'));
  const main = page.getByRole('main');
  await expect(main.getByText('This bucket has never kept versions')).toBeVisible();
  await expect(main.getByRole('link', { name: 'Set whether it keeps versions' })).toBeVisible();
  await cloud.storage(tenant, { noVersions: true });
  await page.reload();
  await expect(main.getByText("This storage doesn't keep versions.")).toBeVisible();
  await page.goto(paths.bucket(scope, bucket));
  await hydrated(page);
  await main.getByRole('button', { name: /Actions/ }).click();
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
  const ask = page.getByRole('dialog', { name: 'Delete surat.txt?' });
  await expect(ask).toContainText("permanently deleted. This can't be undone.");
  await page.goto(paths.bucketPart(scope, bucket, 'settings'));
  await expect(main.getByText('This storage keeps no versions of objects.')).toBeVisible();
});

test('shares by a link that ends, and restores versions', async ({ page, playwright }) => {
  const store = await openStore(page, 'bagi');
  const { scope, bucket, tenant, client } = store;
  await client.send(
    new PutBucketVersioningCommand({
      Bucket: bucket,
      VersioningConfiguration: { Status: 'Enabled' },
    }),
  );
  await store.put('surat.txt', 'lama', { ContentType: 'text/plain' });
  await store.put('surat.txt', 'baru', { ContentType: 'text/plain' });
  await page.goto(paths.object(scope, bucket, 'surat.txt'));
  await hydrated(page);
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Share' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Share the object' });
  await dialog.getByLabel('The link works for').selectOption({ value: 'own' });
  await dialog.getByLabel('Number').fill('8');
  await dialog.getByLabel('Unit').selectOption({ value: 'days' });
  await expect(dialog.getByText('Choose a time from 5 minutes to 7 days.').first()).toBeVisible();
  await dialog.getByLabel('The link works for').selectOption({ value: '300' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const link = (await dialog.getByRole('region', { name: 'Share link' }).textContent()) ?? '';
  await expect(dialog.getByText('It works for 5 minutes, until')).toBeVisible();
  await expectAccessible(page);
  expect(page.url()).not.toContain('Signature');
  const stranger = await playwright.request.newContext();
  expect(await (await stranger.get(link)).text()).toBe('baru');
  await cloud.storage(tenant, { clockOff: 600 });
  expect((await stranger.get(link)).status()).toBe(403);
  await cloud.storage(tenant, {});
  await stranger.dispose();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

  const versions = main.getByRole('table', { name: 'Versions' }).getByRole('row');
  await expect(versions).toHaveCount(3);
  await versions
    .nth(2)
    .getByRole('button', { name: /Actions/ })
    .click();
  await page.getByRole('menuitem', { name: 'Restore' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore version' }).click();
  await expect(versions).toHaveCount(4);
  await expect(main.getByRole('region', { name: 'Content of surat.txt' })).toHaveText('lama');
  await versions
    .nth(2)
    .getByRole('button', { name: /Actions/ })
    .click();
  await page.getByRole('menuitem', { name: 'Delete for good' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(versions).toHaveCount(3);
});
