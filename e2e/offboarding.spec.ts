import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { press } from './support/people';
import { openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

/** An organization with one admin, a member at work in it and in a project, and another admin. */
const withPeople = () =>
  cloud.createTenant({
    awanio: {
      founder: false,
      vms: 2,
      projects: 2,
      projectVms: 1,
      people: [
        { name: 'Sari Dewi', level: 2, projectLevel: 2 },
        { name: 'Budi Santoso', level: 1 },
      ],
    },
  });

/** A person of the tenant by their place in `people`. */
function personOf(tenant: Tenant, index: number) {
  const person = tenant.awanio.people[index];
  if (!person) throw new Error(`the tenant has no person ${index}`);
  return person;
}

const offboardPath = ({ awanio: { organization } }: Tenant, user: string) =>
  paths.offboard({ org: organization.uuid }, user);

async function confirmRemoval(page: Page, name: string) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: 'Remove from everything' }).click();
}

test('takes a person out of everything, and keeps the checklist to print', async ({ page }) => {
  const tenant = await withPeople();
  const { name, uuid } = personOf(tenant, 0);
  const { organization, project, vms } = tenant.awanio;
  await openWithAccount(page, tenant, offboardPath(tenant, uuid));
  const list = page.getByRole('list', { name: `Where ${name} is a member` });
  await expect(list.getByRole('listitem')).toHaveText([
    new RegExp(`^${project.name} Project · Member`),
    new RegExp(`^${organization.name} Organization · Member`),
  ]);
  // What the API doesn't offer, or couldn't tell, is named.
  await expect(page.getByRole('heading', { name: `What ${name} may know` })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Machine 3' })).toBeVisible();
  await expect(page.getByText(/^Kubernetes clusters in/)).toBeVisible();
  await expectAccessible(page);

  await cloud.fault(tenant, { ref: 'A23', kind: 'lost', times: 1 });
  await cloud.fault(tenant, { ref: 'A13', kind: 'status', status: 503, times: 2 });
  await press(page.getByRole('button', { name: 'Remove from everything' }));
  await confirmRemoval(page, name);
  await expect(list.getByRole('listitem').nth(0)).toContainText('removed');
  await expect(list.getByRole('listitem').nth(1)).toContainText('still a member');

  // The page says what is left, also when it is opened again.
  await page.reload();
  await expect(list.getByRole('listitem')).toHaveText([new RegExp(`^${organization.name}`)]);
  await expect(page.getByRole('link', { name: 'Machine 3' })).toBeVisible();
  await cloud.clearFaults(tenant);
  await press(page.getByRole('button', { name: 'Remove from everything' }));
  await confirmRemoval(page, name);
  await expect(page.getByText(`${name} is no longer a member`)).toBeVisible();

  await page.reload();
  await expect(page.getByText(`${name} is no longer a member`)).toBeVisible();
  await expect(page.getByText(`Removed from ${organization.name}`)).toBeVisible();
  for (const [index] of vms.entries())
    await expect(page.getByRole('link', { name: `Machine ${index + 1}` })).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('heading', { name: `What ${name} may know` })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
});

test('says why the last admin and oneself stay, and who can act', async ({ page }) => {
  const tenant = await cloud.createTenant({
    awanio: { founder: false, people: [{ name: 'Sari Dewi', level: 2 }] },
  });
  await openWithAccount(page, tenant, offboardPath(tenant, tenant.awanio.user_uuid));
  await expect(page.getByText('is the last admin who can sign in')).toBeVisible();
  await expect(
    page.getByText('Make another member an admin first, for example: Sari Dewi'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove from everything' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  // A member has no such page.
  const sari = personOf(tenant, 0);
  await openWithAccount(page, tenant, offboardPath(tenant, sari.uuid), { as: sari });
  await expect(page.getByText('Only admins can remove people')).toBeVisible();
});

test('gives the member ID, a text to send, and the own roles', async ({ page, context }) => {
  const tenant = await withPeople();
  const sari = personOf(tenant, 0);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWithAccount(page, tenant, '/account', { as: sari });
  await press(page.getByRole('button', { name: 'Copy my member ID' }));
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sari.uuid);
  for (const text of ['My member ID for', 'ID anggota saya di'])
    await expect(page.getByText(text)).toContainText(sari.uuid);
  const rows = page.getByRole('table', { name: /with your role/ }).getByRole('row');
  await expect(rows.filter({ hasText: tenant.awanio.organization.name }).first()).toContainText(
    'Member',
  );
  await expectAccessible(page);
});
