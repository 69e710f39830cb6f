import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { press } from './support/people';
import { urls } from './support/ports';
import { openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { createButton, fillVm } from './support/vms';

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
        { name: 'Tono Wijaya', level: 2, projectLevel: 2 },
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
  await cloud.fault(tenant, { ref: 'A64', kind: 'status', status: 503 });
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

/** Gives a person another level by the console's own call, as the admin whose session the page has. */
async function setLevel(page: Page, { awanio }: Tenant, user: string, level: number) {
  const answer = await page.request.put(
    `/api/awanio/organizations/${awanio.organization.uuid}/members`,
    {
      headers: { origin: urls.console },
      data: { organization_members_updated: [{ user_uuid: user, user_level: level }] },
    },
  );
  expect(answer.status()).toBe(200);
}

test('tells a member at work that they were lowered, then removed', async ({ page, browser }) => {
  const tenant = await withPeople();
  const sari = personOf(tenant, 0);
  const { organization, project } = tenant.awanio;
  const scope = { org: organization.uuid };
  await openWithAccount(page, tenant, paths.members(scope)); // the admin
  const context = await browser.newContext();
  const member = await context.newPage();

  // Lowered with a dialog open: the change is refused, then the page says why it offers it no longer.
  await openWithAccount(member, tenant, paths.groupVolumes(scope), { as: sari });
  await press(member.getByRole('button', { name: 'Create volume' }));
  const dialog = member.getByRole('dialog');
  await dialog.getByLabel('Name').fill('arsip');
  await dialog.getByText('20 GB').click();
  await setLevel(page, tenant, sari.uuid, 9);
  await dialog.getByRole('button', { name: /^Create volume/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('No access');
  const notices = member.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText(`Your role in ${organization.name} was changed`);
  await dialog.press('Escape');
  await expect(member.getByRole('button', { name: 'Create volume' }).first()).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  // Removed with half of a machine filled in: the order is refused, the page is left, the draft stays.
  const tono = personOf(tenant, 2);
  await openWithAccount(member, tenant, paths.newVm(scope), { as: tono });
  await fillVm(member, { title: 'Situs Tono' });
  await page.goto(offboardPath(tenant, tono.uuid));
  await press(page.getByRole('button', { name: 'Remove from everything' }));
  await confirmRemoval(page, tono.name);
  await expect(page.getByText(`${tono.name} is no longer a member`)).toBeVisible();
  await createButton(member).click();
  await expect(notices).toContainText(
    `You are no longer a member of ${organization.name}, ${project.name}`,
  );
  await expect(member).toHaveURL('/');
  const nav = member.getByRole('navigation').first();
  await expect(nav).toBeVisible();
  await expect(nav.getByText(organization.name)).toBeHidden();
  await expect(member.getByText('Machine 1')).toBeHidden();
  await member.getByRole('button', { name: /^Activity/ }).click();
  await expect(
    member.getByRole('dialog').getByText('Create situs-tono', { exact: false }),
  ).toBeVisible();
  // The page of before shows nothing any more.
  await member.goto(paths.vms(scope));
  await expect(member.getByText('Machine 1')).toBeHidden();
  await context.close();
  // Nothing was created.
  await page.goto(paths.vms(scope));
  await expect(page.getByRole('link', { name: 'Machine 1' })).toBeVisible();
  await expect(page.getByText('Situs Tono')).toBeHidden();
});
