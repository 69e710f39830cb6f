/** Volumes of organizations and projects: the whole life of one, refusals, other tabs, projects, roles. */
import type { Locator, Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { hydrated } from './support/people';
import { openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const ofOrganization = ({ awanio }: Tenant) =>
  paths.groupVolumes({ org: awanio.organization.uuid });

async function open(page: Page, tenant: Tenant, path = ofOrganization(tenant)): Promise<void> {
  await openWithAccount(page, tenant, path);
  await expect(page.getByRole('heading', { level: 1, name: 'Volumes' })).toBeVisible();
  await hydrated(page);
}

const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('row').filter({ hasText: name });

async function menuOf(page: Page, name: string, item: string): Promise<Locator> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  return page.getByRole('menuitem', { name: new RegExp(`^${item}`) });
}

async function act(page: Page, name: string, item: string, title: string): Promise<Locator> {
  await (await menuOf(page, name, item)).click();
  return page.getByRole('dialog', { name: title });
}

/** Opens the form of a new volume, and fills it in. */
async function fillNew(page: Page, name: string, size: string): Promise<Locator> {
  await page.getByRole('main').getByRole('button', { name: 'Create volume' }).first().click();
  const form = page.getByRole('dialog', { name: 'Create volume' });
  await form.getByLabel('Name').fill(name);
  await form.getByRole('radio', { name: new RegExp(`^${size}`) }).check();
  return form;
}

const send = (form: Locator, verb = 'Create volume') =>
  form.getByRole('button', { name: verb, exact: true }).click();

const countOf = async (tenant: Tenant, ref: string) =>
  (await cloud.arrivals(tenant)).filter((call) => call.ref === ref).length;

test('creates, renames, grows, clones and deletes a volume, with what each costs', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ awanio: { balance: 2_000_000, volumes: 1 } });
  await open(page, tenant);
  await expect(page.getByText('1 volume has no machine and costs Rp50.400/month.')).toBeVisible();
  const create = await fillNew(page, 'data', '20 GB');
  const price = create.getByRole('region', { name: 'Price' });
  await expect(price).toContainText('Rp20.160/month');
  await expect(price).toContainText('Rp28/hour');
  await expect(price).toContainText('With everything that runs, it then lasts about');
  await expectAccessible(page);
  // The answer is lost, but the volume is made: it is found, and not made again.
  await cloud.fault(tenant, { ref: 'A40', kind: 'lost', times: 1 });
  await send(create);
  await expect(create).toBeHidden();
  await expect(rowOf(page, 'data')).toContainText('Unused');
  expect(await countOf(tenant, 'A40')).toBe(1);

  const rename = await act(page, 'data', 'Rename', 'Rename data');
  await rename.getByLabel('Name').fill('Volume-1');
  await send(rename, 'Rename');
  await expect(rename.getByLabel('Name')).toHaveAccessibleDescription(/has this name/);
  await rename.getByLabel('Name').fill('basis');
  await send(rename, 'Rename');

  const grow = await act(page, 'basis', 'Grow', 'Grow basis');
  await expect(grow.getByRole('radio')).toHaveCount(2); // only the larger plans
  await grow.getByRole('radio', { name: /^100 GB/ }).check();
  await expect(grow).toContainText('Rp20.160/month');
  await expect(grow).toContainText('Rp100.800/month');
  await send(grow, 'Grow volume');
  await expect(rowOf(page, 'basis')).toContainText('100 GB');
  const largest = await act(page, 'basis', 'Grow', 'Grow basis');
  await expect(
    largest.getByText('The provider has no plan with more than 100 GB.').first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  const clone = await act(page, 'basis', 'Clone', 'Clone basis');
  await clone.getByLabel('Name').fill('salinan');
  await expect(clone.getByRole('region', { name: 'Price' })).toContainText('Rp100.800/month');
  await send(clone, 'Clone volume');
  await expect(rowOf(page, 'salinan')).toContainText('100 GB');

  const end = await act(page, 'basis', 'Delete', 'Delete basis?');
  await expect(end).toContainText('You no longer pay Rp100.800/month for it.');
  await expect(end).toContainText('it then lasts about');
  await end.getByLabel(/to confirm/).fill('basis');
  await send(end, 'Delete volume');
  await expect(rowOf(page, 'basis')).toHaveCount(0);
  await page.getByRole('button', { name: /^Activity/ }).click();
  const activity = page.getByRole('dialog', { name: 'Activity' });
  await expect(activity).toContainText('Clone volume as salinan');
  await expect(activity).toContainText('Delete volume basis');
});

test('says that a plan is sold out, before and meanwhile, and that the balance is too small', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ awanio: { balance: 1500 } });
  await cloud.sellOut(tenant, ['v-3']);
  await open(page, tenant);
  await expect(page.getByRole('heading', { name: 'No volumes yet' })).toBeVisible();
  const form = await fillNew(page, 'data', '20 GB');
  await expect(form.getByRole('radio', { name: /^100 GB/ })).toBeDisabled();
  await expect(form).toContainText('v-3. Sold out at the moment.');
  await cloud.sellOut(tenant, ['v-1', 'v-3']);
  await send(form);
  await expect(form.getByText('The provider no longer offers this plan.')).toBeVisible();
  await form.getByRole('radio', { name: /^50 GB/ }).check();
  await expect(form.getByText("Your balance doesn't cover the first day")).toBeVisible();
  await send(form);
  await expect(form.getByRole('alert')).toContainText('BALANCE MUST COVER 24 HOURS');
});

test('says that a volume is gone, or was attached meanwhile', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 1, volumes: 4 } });
  const [machine] = tenant.awanio.vms;
  const [, , used] = tenant.awanio.volumes;
  await open(page, tenant);
  const boot = await menuOf(page, 'vm-1', 'Grow');
  await expect(boot).toBeDisabled();
  await expect(boot).toContainText('A boot disk belongs to its machine');
  await page.keyboard.press('Escape');

  const notices = page.getByRole('region', { name: 'Notices' });
  const other = await page.context().newPage();
  await other.goto(ofOrganization(tenant));
  await hydrated(other);
  // The first tab hears of nothing, as another browser would.
  await other.evaluate(() => (BroadcastChannel.prototype.postMessage = () => {}));
  for (const [name, title, verb] of [
    ['volume-1', 'Grow volume-1', 'Grow volume'],
    ['volume-2', 'Delete volume-2?', 'Delete volume'],
  ] as const) {
    const dialog = await act(page, name, title.split(' ')[0] ?? '', title);
    const end = await act(other, name, 'Delete', `Delete ${name}?`);
    await end.getByLabel(/to confirm/).fill(name);
    await send(end, 'Delete volume');
    await expect(rowOf(other, name)).toHaveCount(0);
    if (verb === 'Grow volume') await dialog.getByRole('radio', { name: /^100 GB/ }).check();
    else await dialog.getByLabel(/to confirm/).fill(name);
    await send(dialog, verb);
    await expect(notices).toContainText(`${name} no longer exists`);
    await expect(rowOf(page, name)).toHaveCount(0);
  }

  // Tabs of one browser hear of each other's changes: the dialog goes with its row.
  await act(page, 'volume-4', 'Rename', 'Rename volume-4');
  await other.reload();
  await hydrated(other);
  const end = await act(other, 'volume-4', 'Delete', 'Delete volume-4?');
  await end.getByLabel(/to confirm/).fill('volume-4');
  await send(end, 'Delete volume');
  await expect(notices).toContainText('volume-4 no longer exists');
  await expect(page.getByRole('dialog', { name: 'Rename volume-4' })).toHaveCount(0);

  const clone = await act(page, 'volume-3', 'Clone', 'Clone volume-3');
  await clone.getByLabel('Name').fill('salinan');
  await cloud.attachVolume(tenant, used?.uuid ?? '', machine?.uuid ?? '');
  await send(clone, 'Clone volume');
  await expect(clone.getByRole('alert')).toContainText('VOLUME IS USED BY A VIRTUAL MACHINE');
  await page.keyboard.press('Escape');
  await page.reload();
  await hydrated(page);
  const held = await menuOf(page, 'volume-3', 'Delete');
  await expect(held).toBeDisabled();
  await expect(held).toContainText('Machine 1 uses it.');
  await page.keyboard.press('Escape');
  await rowOf(page, 'volume-3').getByRole('link', { name: 'Machine 1' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Machine 1' })).toBeVisible();
});

test('says in a project that the volume is created for the organization, and leads there', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ awanio: { projectVms: 1 } });
  const { organization, project } = tenant.awanio;
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, tenant, paths.groupVolumes({ org: organization.uuid, project: project.uuid }));
  const form = await fillNew(page, 'data', '20 GB');
  await expect(form).toContainText("The volume won't be in this project");
  await expect(
    form.getByRole('link', { name: `the volumes of ${organization.name}` }),
  ).toHaveAttribute('href', ofOrganization(tenant));
  await expectAccessible(page);
  await send(form);
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page).toHaveURL(new RegExp(`${ofOrganization(tenant)}$`));
  await expect(rowOf(page, 'data')).toBeVisible();

  // The organization's list shows the project's volumes when asked, and leads there to change them.
  await page.getByRole('button', { name: 'Show what is in the projects' }).click();
  const inProject = rowOf(page, project.name);
  await expect(inProject).toHaveCount(1);
  await inProject.getByRole('button', { name: /^Actions for/ }).click();
  const remove = page.getByRole('menuitem', { name: /^Delete/ });
  await expect(remove).toBeDisabled();
  await expect(remove).toContainText("It stands in a project. Open the project's list");
});

test('lets each role do what it may', async ({ page }) => {
  const create = page.getByRole('main').getByRole('button', { name: 'Create volume' });
  const reader = await cloud.createTenant({ awanio: { level: 9, volumes: 1 } });
  await open(page, reader);
  await expect(create).toBeDisabled();
  const remove = await menuOf(page, 'volume-1', 'Delete');
  await expect(remove).toBeDisabled();
  await expect(remove).toContainText('Your role here may view volumes, but not change them.');

  const member = await cloud.createTenant({ awanio: { level: 2, volumes: 1 } });
  await open(page, member);
  const form = await fillNew(page, 'data', '20 GB');
  await expect(form).toContainText('Rp20.160/month');
  await expect(form).toContainText('Only members who can view billing see its balance.');

  const finance = await cloud.createTenant({ awanio: { level: 3, volumes: 1 } });
  await open(page, finance);
  await expect(
    page.getByRole('heading', { name: "You don't have access to the volumes here" }),
  ).toBeVisible();
  await expect(create).toHaveCount(0);

  const stranger = await cloud.createTenant({ awanio: { joins: 'projects' } });
  const { organization, project } = stranger.awanio;
  await open(page, stranger, paths.groupVolumes({ org: organization.uuid, project: project.uuid }));
  await expect(create).toBeDisabled();
  await expect(create).toHaveAccessibleDescription(/you aren't a member of it/);
});
