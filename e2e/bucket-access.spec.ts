/** Who may use a bucket: said by its policy, proven by the storage, set by a person; and its settings. */
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { noteSecrets } from './support/cloud';
import { hydrated } from './support/people';
import { urls } from './support/ports';
import { openSession } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const rightOf = (page: Page, name: string) =>
  page
    .getByRole('table', { name: 'What anyone may do' })
    .getByRole('row')
    .filter({ hasText: name });

/** Expects what the policy says of each right, and what the storage answers. */
async function expectRights(page: Page, expected: Record<string, readonly [string, string]>) {
  for (const [name, [said, proven]] of Object.entries(expected))
    await expect(rightOf(page, name)).toContainText(new RegExp(`${said}.*${proven}`));
}

test('opens a bucket step by step, with each step proven, and sets its settings', async ({
  page,
}) => {
  const bucket = `akses-${Date.now().toString(36)}`;
  const tenant = await cloud.createTenant({
    awanio: { objectStorage: { buckets: [{ name: bucket, objects: 0 }] } },
  });
  const scope = { org: tenant.awanio.organization.uuid };
  const { endpoint = '', access_key = '', secret_key = '' } = tenant.awanio.objectStorage ?? {};
  noteSecrets(secret_key);
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: access_key, secretAccessKey: secret_key },
  });
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'про', Body: 'x' }));
  client.destroy();
  await openSession(page, tenant, 'awanio');
  await page.goto(paths.bucketPart(scope, bucket, 'access'));
  await expect(page.getByText('Link a storage key first')).toBeVisible();
  const linked = await page
    .context()
    .request.put(`${urls.console}/api/storage/organizations/${scope.org}/key`, {
      data: { access_key, secret_key },
      headers: { origin: urls.console },
    });
  expect(linked.ok()).toBe(true);
  await page.goto(paths.bucket(scope, bucket));
  await hydrated(page);
  await expect(page.getByRole('status').filter({ hasText: /^Private$/ })).toBeVisible();
  await page.getByRole('link', { name: 'Access', exact: true }).click();
  await expect(page).toHaveURL(paths.bucketPart(scope, bucket, 'access'));
  await expectRights(page, {
    'Read objects': ['No', 'Refused'],
    'List the names': ['No', 'Refused'],
    'Write and replace': ['No', 'Refused'],
    'Delete objects': ['No', 'Refused'],
  });

  const dialog = page.getByRole('dialog');
  const set = (preset: string) => page.getByRole('button', { name: `Set: ${preset}`, exact: true });
  await set('Anyone may read').click();
  await dialog.getByRole('button', { name: 'Set', exact: true }).click();
  await expectRights(page, {
    'Read objects': ['Yes', 'Allowed'],
    'List the names': ['No', 'Refused'],
    'Write and replace': ['No', 'Refused'],
  });
  await expect(page.getByText('Anyone may read this bucket')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^Public$/ })).toBeVisible();

  // The list of buckets says the same, and neither offers what holds already.
  await page.goto(paths.buckets(scope));
  const row = page.getByRole('row').filter({ hasText: bucket });
  await expect(row).toContainText('Public');
  await page.goto(paths.bucket(scope, bucket));
  const head = page.getByRole('main').getByRole('button', { name: /^Make (public|private)$/ });
  await expect(head).toHaveText(['Make private']);
  await page.goto(paths.bucketPart(scope, bucket, 'access'));
  await hydrated(page);

  await set('Anyone may do everything').click();
  const confirm = dialog.getByRole('button', { name: 'Set', exact: true });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox').fill(bucket);
  await confirm.click();
  await expect(page.getByText('Anyone may change this bucket')).toBeVisible();
  await expectRights(page, {
    'Read objects': ['Yes', 'Allowed'],
    'List the names': ['Yes', 'Allowed'],
    'Write and replace': ['Yes', 'Allowed'],
    'Delete objects': ['Yes', 'Allowed'],
  });
  await expectAccessible(page);

  const policy = page.getByRole('textbox', { name: 'Policy', exact: true });
  await policy.fill('{\n  "Version": "2012-10-17",\n  "Statement": [,]\n}');
  await expect(policy).toHaveAccessibleDescription(/Line 3, column 17: this is not valid JSON/);
  await expect(policy).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await page.reload();
  await hydrated(page);
  await expect(policy).toHaveValue(/\[,\]/);
  const foreign = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject' };
  const other = { ...foreign, Resource: 'arn:aws:s3:::lain/*' };
  await policy.fill(JSON.stringify({ Statement: [other] }));
  await page.getByRole('button', { name: 'Save policy' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Policy has invalid resource',
  );
  await policy.fill('');
  await page.getByRole('button', { name: 'Save policy' }).click();
  await expectRights(page, { 'Read objects': ['No', 'Refused'] });

  await page.setViewportSize({ width: 390, height: 800 });
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  expect(await overflow()).toBe(0);
  await page.getByRole('link', { name: 'Settings', exact: true }).last().click();
  await expect(page).toHaveURL(paths.bucketPart(scope, bucket, 'settings'));
  await page.getByRole('button', { name: 'Keep versions' }).click();
  await dialog.getByRole('button', { name: 'Keep versions' }).click();
  await expect(page.getByRole('button', { name: 'Suspend' })).toBeVisible();
  await page.getByRole('button', { name: 'Let this console upload directly' }).click();
  await expect(page.getByLabel('Origins')).toHaveValue(urls.console);
  await expect(page.getByText(`A rule lets ${urls.console} upload directly.`)).toBeVisible();
  await page.getByLabel('Origins').fill('https://*.*');
  await page.getByRole('button', { name: 'Save rules' }).click();
  await expect(page.getByLabel('Origins')).toHaveAccessibleDescription(/At least one origin/);
  await page.getByLabel('Origins').fill('https://*.toko.example');
  await page.getByRole('button', { name: 'Save rules' }).click();
  await expect(page.getByText('Not saved yet.')).toBeHidden();

  const rules = page.getByRole('textbox', { name: 'Rules as JSON' });
  await expect(rules).toHaveValue(/"https:\/\/\*\.toko\.example"/);
  await rules.fill('[{\n"AllowedOrigins": ["https://a.example"],\n"AllowedMethods": ["PATCH"]}]');
  const wrong = page.getByText(
    'Line 3, column 20: a method is one of GET, PUT, HEAD, POST and DELETE.',
  );
  await expect(wrong).toBeVisible();
  await expect(page.getByLabel('Origins')).toHaveValue('https://*.toko.example');
  await page.getByRole('button', { name: 'Save rules' }).click();
  await expect(rules).toBeFocused();
  await expectAccessible(page);
  await rules.fill('[{"AllowedOrigins": ["https://a.example"], "AllowedMethods": ["GET"]}]');
  await expect(wrong).toBeHidden();
  await expect(page.getByLabel('Origins')).toHaveValue('https://a.example');
  await page.getByRole('button', { name: 'Save rules' }).click();
  await expect(page.getByText('Not saved yet.')).toBeHidden();
  await page.reload();
  await expect(page.getByLabel('Origins')).toHaveValue('https://a.example');
  expect(await overflow()).toBe(0);
  await expectAccessible(page);
});
