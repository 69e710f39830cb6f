/** Organizations and projects: their creation, settings by role, suspension, icons that are refused. */
import type { Locator, Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { hydrated, press } from './support/people';
import { bomb, png } from './support/pictures';
import { urls } from './support/ports';
import { openSession, openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const orgOf = ({ awanio }: Tenant) => awanio.organization.uuid;
const picture = { name: 'logo.png', mimeType: 'image/png', buffer: png(90, 60) };
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });
const imagesIn = (part: Locator | Page) => part.locator('img[src^="/api/icons/"]');

/** Signs in at the sandbox itself, to do what the console would never send. */
async function backend({ awanio: { username, password } }: Tenant) {
  const base = `${urls.sandbox}/awanio/v2`;
  const headers = { 'content-type': 'application/json' };
  const call = (method: string, path: string, body: object, more = {}) =>
    fetch(`${base}${path}`, {
      method,
      headers: { ...headers, ...more },
      body: JSON.stringify(body),
    });
  const signedIn = await call('POST', '/accounts/login', { username, password });
  const { data } = (await signedIn.json()) as { data: { token: string } };
  return (method: string, path: string, body: object) =>
    call(method, path, body, { authorization: `Bearer ${data.token}` });
}

test('creates an organization with icon and members, and refuses pictures without losing the form', async ({
  page,
}) => {
  const other = await cloud.createTenant();
  const tenant = await cloud.createTenant();
  await openWithAccount(page, tenant, paths.newOrganization());
  await hydrated(page);
  await page.getByLabel('Name', { exact: true }).fill('Warung Kopi');
  const icon = page.getByRole('group', { name: 'Icon' });
  const file = icon.getByLabel('Picture file');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
  for (const [name, buffer, words] of [
    ['logo.svg', svg, /isn't a PNG, JPEG, WebP or GIF/],
    ['page.png', Buffer.from('<!doctype html><script>1</script>'), /isn't a PNG/],
    ['bomb.png', bomb(), /too many pixels/],
    ['cut.png', png(90, 60).subarray(0, 60), /damaged/],
    ['large.png', Buffer.alloc(20 * 1024 * 1024), /larger than 10 MB/],
  ] as const) {
    await file.setInputFiles({ name, mimeType: 'image/png', buffer });
    await expect(icon.getByText(words)).toBeVisible();
  }
  await file.setInputFiles(picture);
  await expect(icon.getByText(/larger than 10 MB/)).toBeHidden();
  await icon.getByLabel('Zoom').press('ArrowRight');
  await icon.getByLabel('Move left or right').press('Home');
  await page.getByLabel('Member IDs').fill(other.awanio.user_uuid);
  const create = page.getByRole('button', { name: 'Create organization' });
  await expect(create).toHaveAccessibleDescription(/choose a role/);
  await page.getByRole('radio', { name: /^Member/ }).check();
  await expectAccessible(page);
  // The answer is lost, but the organization is made: it is found, and not made again.
  await cloud.fault(tenant, { ref: 'A05', kind: 'lost', times: 1 });
  await create.click();
  await expect(heading(page, 'Warung Kopi')).toBeVisible({ timeout: 15_000 });
  await press(page.getByRole('navigation').getByRole('link', { name: 'Settings' }));
  await expect(page.getByRole('main').getByText('Warung Kopi').first()).toBeVisible();
  const shown = imagesIn(page.getByRole('main'));
  await expect(shown).toHaveJSProperty('naturalWidth', 512);
  const served = await page.request.get((await shown.getAttribute('src')) ?? '');
  expect(served.headers()).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/; sandbox$/) as unknown,
    'cache-control': 'private, max-age=3600',
  });
  await expect(page.getByText('Your default organization')).toBeVisible();
  await page.getByRole('button', { name: 'Make default' }).click();
  await expect(notices(page).getByText('Warung Kopi is your default organization')).toBeVisible();
  expect((await cloud.arrivals(tenant)).filter(({ ref }) => ref === 'A05')).toHaveLength(1);
});

test('shows settings as the role allows', async ({ page }) => {
  const tenant = await cloud.createTenant({
    awanio: {
      people: [
        { name: 'Ani', level: 2 },
        { name: 'Fina', level: 3 },
      ],
    },
  });
  const path = paths.settings({ org: orgOf(tenant) });
  const [ani, fina] = tenant.awanio.people;
  await openWithAccount(page, tenant, path, { as: ani });
  await hydrated(page);
  const edit = page.getByRole('button', { name: 'Edit' });
  await expect(edit).toHaveAccessibleDescription(/Only an admin/);
  await expect(page.getByText('Balance')).toBeHidden();
  expect(await page.content()).not.toMatch(/tax_percent|account_payable|5000000/);
  await openWithAccount(page, tenant, path, { as: fina });
  await hydrated(page);
  await expect(edit).toHaveAccessibleDescription(/Only an admin/);
  await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible();
  await expect(page.getByText('Rp5.000.000')).toBeVisible();
  await openWithAccount(page, tenant, path);
  await hydrated(page);
  await edit.click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name', { exact: true }).fill('Toko Baru');
  await form.getByLabel('Picture file').setInputFiles(picture);
  await expect(form.getByLabel('Zoom')).toBeVisible();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(notices(page).getByText('Toko Baru saved')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toContainText('Toko Baru');
  await expect(imagesIn(page.getByRole('main'))).toHaveJSProperty('naturalWidth', 512);
});

test('says that the organization is suspended, and changes nothing then', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { balance: -5_000 } });
  const org = orgOf(tenant);
  await cloud.suspendOrganization(tenant);
  await openWithAccount(page, tenant, paths.overview({ org }));
  await expect(page.getByText('The provider has suspended this organization')).toBeVisible();
  await expect(page.getByText(/The balance is .*Rp5.000/)).toBeVisible();
  await page.goto(paths.settings({ org }));
  await hydrated(page);
  const edit = page.getByRole('button', { name: 'Edit' });
  await expect(edit).toHaveAccessibleDescription(/has suspended/);
  await expectAccessible(page);
  for (const list of [paths.vms({ org }), paths.members({ org })]) {
    await page.goto(list);
    await expect(page.getByText('The provider has suspended this organization')).toBeVisible();
  }
  await page.goto(paths.projects({ org }));
  await hydrated(page);
  const create = page.getByRole('button', { name: 'Create project' });
  await expect(create).toHaveAccessibleDescription(/has suspended/);
});

test('creates, edits and deletes projects, and keeps one that costs money', async ({ page }) => {
  const tenant = await cloud.createTenant({
    awanio: { projectVms: 1, people: [{ name: 'Ani', level: 2 }] },
  });
  const org = orgOf(tenant);
  await openWithAccount(page, tenant, paths.projects({ org }));
  await hydrated(page);
  await page.getByRole('button', { name: 'Create project' }).click();
  const form = page.getByRole('dialog', { name: 'Create project' });
  await form.getByLabel('Name', { exact: true }).fill('Situs');
  await form.getByLabel('Picture file').setInputFiles(picture);
  await form.getByLabel('Member IDs').fill(tenant.awanio.people[0]?.uuid ?? '');
  await form.getByRole('radio', { name: /^Member/ }).check();
  await form.getByRole('button', { name: 'Create project' }).click();
  await expect(heading(page, 'Situs')).toBeVisible();
  await press(page.getByRole('navigation').getByRole('link', { name: 'Settings' }));
  const main = page.getByRole('main');
  await expect(imagesIn(main)).toHaveJSProperty('naturalWidth', 512);
  await main.getByRole('button', { name: 'Make primary' }).click();
  await expect(notices(page).getByText('Situs is your primary project')).toBeVisible();
  await main.getByRole('button', { name: 'No longer primary' }).click();
  await expect(main.getByRole('button', { name: 'Make primary' })).toBeVisible();
  await main.getByRole('button', { name: 'Edit' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit Situs' });
  await edit.getByLabel('Name', { exact: true }).fill('Situs Baru');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit).toBeHidden();
  await expect(main.getByText('Situs Baru').last()).toBeVisible();
  await main.getByRole('button', { name: 'Delete' }).click();
  const remove = page.getByRole('dialog', { name: 'Delete project Situs Baru?' });
  await remove.getByRole('textbox').fill('Situs Baru');
  await remove.getByRole('button', { name: 'Delete project' }).click();
  await expect(heading(page, tenant.awanio.organization.name)).toBeVisible();
  await press(page.getByRole('navigation').getByRole('link', { name: 'Projects', exact: true }));
  await expect(heading(page, 'Projects')).toBeVisible();
  await hydrated(page);
  await expect(main.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Actions for Project 1' }).click();
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  const refused = page.getByRole('dialog', { name: 'Delete project Project 1?' });
  await expect(refused.getByText('Something in it still costs money.')).toBeVisible();
  await refused.getByRole('textbox').fill('Project 1');
  const button = refused.getByRole('button', { name: 'Delete project' });
  await expect(button).toHaveAccessibleDescription(/still costs money/);
  await expectAccessible(page);
  await refused.getByRole('link', { name: 'Show the machines' }).click();
  await expect(heading(page, 'Virtual machines')).toBeVisible();
});

test('shows initials in place of hostile icons, and lets a member of projects alone get along', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({
    awanio: { people: [{ name: 'Ani', level: null, projectLevel: 2 }] },
  });
  const org = orgOf(tenant);
  const call = await backend(tenant);
  const hostile = [Buffer.from('<!doctype html><script>alert(1)</script>'), bomb()];
  await openSession(page, tenant, 'awanio');
  for (const [at, content] of hostile.entries()) {
    await call('PUT', `/organizations/${org}`, { icon: content.toString('base64') });
    const asked = await page.request.get(`/api/icons/organizations/${org}?v=any&at=${at}`);
    expect([asked.status(), await asked.text()]).toEqual([404, '']);
  }
  const refused = page.waitForResponse(/\/api\/icons\/organizations/);
  await page.goto(paths.settings({ org }));
  expect((await refused).status()).toBe(404);
  await expect(imagesIn(page.getByRole('main'))).toHaveCount(0);
  const project = tenant.awanio.project.uuid;
  await openWithAccount(page, tenant, paths.settings({ org, project }), {
    as: tenant.awanio.people[0],
  });
  await hydrated(page);
  await expect(page.getByRole('main').getByText('Project 1').first()).toBeVisible();
  await page.getByRole('button', { name: 'Make primary' }).click();
  await expect(notices(page).getByText('Project 1 is your primary project')).toBeVisible();
  await page.goto(paths.projects({ org }));
  await hydrated(page);
  await expect(page.getByRole('main').getByRole('link', { name: 'Project 1' })).toBeVisible();
  const create = page.getByRole('button', { name: 'Create project' });
  await expect(create).toHaveAccessibleDescription(/aren't a member of the organization/);
});
