/** Members of organizations and projects: adding, changing and removing them, other admins, the last admin, roles. */
import type { Locator, Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { ownConsole } from './support/own-console';
import { hydrated } from './support/people';
import { files } from './support/ports';
import { openSession, openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const ofOrganization = ({ awanio }: Tenant) => paths.members({ org: awanio.organization.uuid });
const ofProject = ({ awanio }: Tenant) =>
  paths.members({ org: awanio.organization.uuid, project: awanio.project.uuid });

async function ready(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Members' })).toBeVisible();
  await hydrated(page);
}

const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('row').filter({ hasText: name });

async function act(page: Page, name: string, item: string): Promise<Locator> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
  return page.getByRole('dialog');
}

async function select(page: Page, ...names: string[]): Promise<Locator> {
  for (const name of names) await rowOf(page, name).getByRole('checkbox').check();
  return page.getByRole('region', { name: 'Selected rows' });
}

async function paste(page: Page, text: string, role: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Add members' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Member IDs').fill(text);
  await dialog.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  return dialog;
}

const personOf = ({ awanio }: Tenant, at: number) => {
  const person = awanio.people[at];
  if (!person) throw new Error(`the tenant has no person ${at}`);
  return person;
};

const refsOf = async (tenant: Tenant) => (await cloud.arrivals(tenant)).map(({ ref }) => ref);

test('adds a pasted list with the outcome of each line, and puts members into a project', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({
    awanio: {
      people: [
        { name: 'Budi', level: null },
        { name: 'Siti', level: null },
        { name: 'Rina', level: 2, status: 'inactive' },
      ],
    },
  });
  const [budi, siti, rina] = [0, 1, 2].map((at) => personOf(tenant, at).uuid);
  await openWithAccount(page, tenant, ofOrganization(tenant));
  await ready(page);
  await expect(rowOf(page, 'Rina')).toContainText(/Member.*Inactive.*Never/);
  const nobody = '00000000-0000-4000-8000-000000000001';
  const dialog = await paste(
    page,
    [
      `My member ID for Toko, Budi & Co. is ${budi}.`,
      `"${nobody}"`,
      `${siti?.toUpperCase()}, ${tenant.awanio.user_uuid}`,
      rina,
      'siti@example.id',
    ].join('\n'),
    'Member',
  );
  await expect(dialog.getByText('5 member IDs')).toBeVisible();
  await expect(dialog.getByText('No member ID in “siti@example.id”.')).toBeVisible();
  const matrix = dialog.getByRole('table', { name: 'What this role may do' });
  await expect(matrix.getByRole('row', { name: /^Balance/ })).toContainText('No access');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Add 5 people' }).click();
  const lines = dialog.getByRole('list', { name: 'Result for each person' }).getByRole('listitem');
  await expect(lines).toHaveText([
    'Budi Added as Member',
    `${nobody} Nobody has this ID.`,
    'Siti Added as Member',
    /^Person of .* This is your own ID/,
    'Rina Already a member as Member. Nothing was changed.',
    /^siti@example.id No whole member ID/,
  ]);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(rowOf(page, 'Siti')).toContainText('Member');

  await (
    await select(page, 'Budi', 'Siti')
  )
    .getByRole('button', { name: 'Add to project…' })
    .click();
  await dialog.getByLabel('Project').selectOption({ label: 'Project 1' });
  await expect(dialog.getByRole('radio')).toHaveCount(2); // a project has no finance role
  await dialog.getByRole('radio', { name: /^Admin/ }).check();
  await expect(dialog.getByRole('row', { name: /^Balance/ })).toContainText('in the organization');
  await dialog.getByRole('button', { name: 'Add to project', exact: true }).click();
  await expect(page.getByText('2 members were added to Project 1').first()).toBeVisible();
  await page.goto(ofProject(tenant));
  await ready(page);
  await expect(rowOf(page, 'Budi')).toContainText('Admin');
  await expect(rowOf(page, 'Owner of')).toContainText('Admin of the organization');
  await page.getByRole('button', { name: /^Activity/ }).click();
  await expect(page.getByRole('dialog', { name: 'Activity' })).toContainText(
    'Change project Project 1',
  );
});

test('changes and removes several with a review, also where half is refused', async ({ page }) => {
  const people = ['Agus', 'Bayu', 'Citra', 'Dewi'].map((name) => ({ name, level: 1 }));
  const tenant = await cloud.createTenant({ awanio: { people } });
  await openWithAccount(page, tenant, ofOrganization(tenant));
  await ready(page);
  const dialog = page.getByRole('dialog');
  const bar = await select(page, ...people.map(({ name }) => name));
  await bar.getByRole('button', { name: 'Change role…' }).click();
  const present = dialog.getByRole('table', { name: 'Current role' });
  await expect(present.getByRole('row', { name: /Bayu/ })).toContainText('Admin');
  await dialog.getByRole('radio', { name: /^Member/ }).check();
  const review = dialog.getByRole('table', { name: 'Before and after' });
  await expect(review.getByRole('row', { name: /Bayu/ })).toContainText(
    /Admin.*Member.*Members of the organization.*Balance/,
  );
  // The call for all of them is refused, and then two of the four that follow.
  await cloud.fault(tenant, {
    ref: 'A12',
    kind: 'status',
    status: 409,
    message: 'USER IS BUSY',
    times: 3,
  });
  await dialog.getByRole('button', { name: 'Change 4 roles' }).click();
  const lines = dialog.getByRole('list', { name: 'Result for each person' }).getByRole('listitem');
  await expect(lines.filter({ hasText: 'Is now Member' })).toHaveCount(2);
  await expect(lines.filter({ hasText: 'USER IS BUSY' })).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Try 2 again' }).click();
  await expect(lines.filter({ hasText: 'Is now Member' })).toHaveCount(4);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(rowOf(page, 'Agus')).toContainText('Member');

  // The answer of the removal is lost; the list says that it was made.
  await cloud.fault(tenant, { ref: 'A12', kind: 'lost', times: 1 });
  await bar.getByRole('button', { name: 'Remove…' }).click();
  await dialog.getByLabel(/to confirm/).fill('4');
  await dialog.getByRole('button', { name: 'Remove 4 members' }).click();
  await expect(page.getByText('4 members were removed').first()).toBeVisible({ timeout: 15_000 });
  await expect(rowOf(page, 'Citra')).toHaveCount(0);
});

test('writes nothing over what another admin changed, and keeps the last admin', async ({
  page,
  browser,
}) => {
  const tenant = await cloud.createTenant({
    awanio: { founder: false, people: [{ name: 'Ani', level: 1 }, { name: 'Budi' }] },
  });
  await openWithAccount(page, tenant, ofOrganization(tenant));
  await ready(page);
  const mine = await act(page, 'Budi', 'Change role');
  await mine.getByRole('radio', { name: /^Admin/ }).check();

  const context = await browser.newContext();
  try {
    const other = await context.newPage();
    await openWithAccount(other, tenant, ofOrganization(tenant), { as: personOf(tenant, 0) });
    await ready(other);
    const theirs = await act(other, 'Budi', 'Change role');
    await theirs.getByRole('radio', { name: /^Finance/ }).check();
    await theirs.getByRole('button', { name: 'Change role' }).click();
    await expect(other.getByText('Budi is now Finance').first()).toBeVisible();
  } finally {
    await context.close();
  }

  await mine.getByRole('button', { name: 'Change role' }).click();
  const note = mine.getByRole('alert').filter({ hasText: 'Changed by somebody else meanwhile' });
  await expect(note).toContainText('Budi: Member → Finance');
  await expect(mine.getByRole('row', { name: /^Budi Finance Admin/ })).toBeVisible();
  await mine.getByRole('button', { name: 'Change role' }).click();
  await expect(page.getByText('Budi is now Admin').first()).toBeVisible();

  // All three admins at once: one has to stay.
  const bar = await select(page, 'Person of', 'Ani', 'Budi');
  await bar.getByRole('button', { name: 'Remove…' }).click();
  const all = page.getByRole('dialog');
  await expect(all.getByText('At least one active admin has to stay').first()).toBeVisible();
  await expect(all.getByRole('button', { name: /^Remove 3/ })).toBeDisabled();
  await page.keyboard.press('Escape');
  await bar.getByRole('button', { name: 'Clear selection' }).click();
  await (await select(page, 'Ani', 'Budi')).getByRole('button', { name: 'Remove…' }).click();
  await all.getByLabel(/to confirm/).fill('2');
  await all.getByRole('button', { name: 'Remove 2 members' }).click();
  await expect(page.getByText('2 members were removed').first()).toBeVisible();
  await page.getByRole('button', { name: /^Actions for Person of/ }).click();
  const leave = page.getByRole('menuitem', { name: /^Remove…/ });
  await expect(leave).toBeDisabled();
  await expect(leave).toContainText('Make another member an admin first.');
});

test('shows members who may not change them the list, with reasons', async ({ page }) => {
  const people = [{ name: 'Budi', projectLevel: 2 }];
  const tenant = await cloud.createTenant({ awanio: { level: 2, people } });
  await openWithAccount(page, tenant, `${ofOrganization(tenant)}?role=member&q=budi`);
  await ready(page);
  await expect(rowOf(page, 'Budi')).toContainText('Member');
  await expect(rowOf(page, 'Owner of')).toHaveCount(0);
  const add = page.getByRole('button', { name: 'Add members' });
  await expect(add).toBeDisabled();
  await expect(add).toHaveAccessibleDescription(/Only an admin can change members/);
  await page.getByRole('button', { name: 'Actions for Budi' }).click();
  for (const item of ['Change role…', 'Remove…'])
    await expect(page.getByRole('menuitem', { name: item })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Access review' }).click();
  const review = page.getByRole('dialog', { name: 'Access review' });
  await review.getByLabel(/With the roles in each project/).check();
  const file = page.waitForEvent('download');
  await review.getByRole('button', { name: 'Download' }).click();
  expect((await file).suggestedFilename()).toMatch(/^access-review-/);
});

test('adds by the calls without a role where the provider has no others', async ({ page }) => {
  const people = [
    { name: 'Budi', level: null },
    { name: 'Rina', level: 2 },
  ];
  const tenant = await cloud.createTenant({ awanio: { people } });
  const overrides = `${files.logs}/members-overrides.json`;
  writeFileSync(overrides, JSON.stringify({ A12: { absent: true }, A17: { absent: true } }));
  const own = ownConsole(3, { NUSA_OVERRIDES: overrides });
  await own.start();
  try {
    await openSession(page, tenant, 'awanio', { origin: own.url });
    await page.goto(own.url + ofOrganization(tenant));
    await ready(page);
    const dialog = await paste(page, personOf(tenant, 0).uuid, 'Admin');
    await expect(dialog.getByRole('radio', { name: /^Member/ })).toBeDisabled();
    await dialog.getByRole('button', { name: 'Add one person' }).click();
    await expect(dialog.getByText('Budi Added as Admin')).toBeVisible();

    await page.goto(own.url + ofProject(tenant));
    await ready(page);
    await cloud.fault(tenant, { ref: 'A22', kind: 'status', status: 500, times: 1 });
    await paste(page, personOf(tenant, 1).uuid, 'Member');
    await dialog.getByRole('button', { name: 'Add one person' }).click();
    const loud = dialog.getByRole('alert');
    await expect(loud).toContainText("One person is an admin now, which you didn't choose");
    await loud.getByRole('button', { name: 'Set the role again' }).click();
    await expect(dialog.getByText('Rina Added as Member')).toBeVisible();
    await expect(loud).toHaveCount(0);
    const refs = await refsOf(tenant);
    expect(refs.filter((ref) => /^A(11|12|17|20|22)$/.test(ref))).toEqual([
      'A11',
      'A20',
      'A22',
      'A22',
    ]);
  } finally {
    await own.kill();
  }
});
