/** “View as” and “Why can't I?”: what a role sees, and how somebody learns whom to ask. */
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { Tenant } from './support/cloud';
import { hydrated } from './support/people';
import { openWithAccount } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';

const bar = (page: Page) => page.getByRole('region', { name: 'View as somebody else' });
/** The tenants' balance, less a few hours, as a number or in words. */
const balance = /(?<!\d)4\.?32[01]\.?\d{3}(?!\d)/;
const group = ({ awanio }: Tenant) => ({ org: awanio.organization.uuid });

async function viewAs(page: Page, role: 'Member' | 'Finance'): Promise<void> {
  await hydrated(page);
  await page.getByRole('main').getByRole('button', { name: 'View as' }).click();
  await page.getByRole('menuitem', { name: role }).click();
  await expect(bar(page)).toBeVisible();
  await hydrated(page);
}

/** What a call of the page's own answers, by its status and code. */
const call = (page: Page, method: string, path: string, body?: unknown) =>
  page.evaluate(
    async ([how, url, json]) => {
      const answer = await fetch(url, {
        method: how,
        headers: { 'content-type': 'application/json' },
        ...(json === null ? {} : { body: json }),
      });
      const said = (await answer.json().catch(() => null)) as { code?: string } | null;
      return [answer.status, said?.code ?? null];
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );

test('an admin sees the organization as a member, changes nothing, and ends it in every tab', async ({
  page,
  context,
}) => {
  const tenant = await cloud.createTenant({ awanio: { balance: 4_321_000, volumes: 1, vms: 1 } });
  const { org } = group(tenant);
  await openWithAccount(page, tenant, paths.overview({ org }));
  await expect(page.getByRole('main')).toContainText(balance);
  const other = await context.newPage();
  await other.goto(paths.groupVolumes({ org }));
  await hydrated(other);
  await viewAs(page, 'Member');
  await expect(bar(page)).toContainText(`${tenant.awanio.organization.name} as a member would`);
  // The other tab belongs to the admin, so it is left.
  await expect(bar(other)).toBeVisible();
  await expect(other).toHaveURL(/\/$|\/o\//);

  expect(await page.content()).not.toMatch(balance);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(bar(page).getByRole('button', { name: 'End view' })).toBeInViewport();
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(paths.groupVolumes({ org }));
  await hydrated(page);
  expect(await page.content()).not.toMatch(balance);
  const create = page.getByRole('main').getByRole('button', { name: 'Create volume' }).first();
  await expect(create).toHaveAccessibleDescription(/You are viewing as a member/);
  await create.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const [vm] = tenant.awanio.vms;
  const mine = `/api/awanio/organizations/${org}`;
  for (const [method, path] of [
    ['PUT', mine],
    ['POST', `${mine}/vms`],
    ['DELETE', `${mine}/vms/${vm?.uuid}`],
  ] as const) {
    const [status, code] = await call(page, method, path, {});
    if (code !== 'method_not_allowed')
      expect([method, status, code]).toEqual([method, 403, 'viewing']);
  }
  expect(await call(page, 'POST', '/api/account/keys', { label: 'x', key: 'y' })).toEqual([
    403,
    'viewing',
  ]);
  expect(await call(page, 'POST', '/api/console/ticket', { account: 'x', instance: 'y' })).toEqual([
    403,
    'viewing',
  ]);
  expect(await call(page, 'GET', `${mine}/invoices`)).toEqual([403, 'no_access']);
  expect((await call(page, 'GET', `${mine}/vms`))[0]).toBe(200);

  await bar(page).getByRole('button', { name: 'End view' }).focus();
  await page.keyboard.press('Enter');
  await expect(bar(page)).toHaveCount(0);
  // Somebody who was faster than the code that tells the tabs: they ask when they are looked at.
  // A tab that is just being left can't be asked, and needn't be.
  await other.evaluate(() => void window.dispatchEvent(new Event('focus'))).catch(() => {});
  await expect(bar(other)).toHaveCount(0);
  await page.goto(paths.overview({ org }));
  await expect(page.getByRole('main')).toContainText(balance);
});

test('an admin sees the organization as finance: its money, and no machines', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { balance: 4_321_000, vms: 1, projects: 1 } });
  const { org } = group(tenant);
  await openWithAccount(page, tenant, paths.overview({ org }));
  await viewAs(page, 'Finance');
  await expect(page.getByRole('main')).toContainText(balance);
  const links = page.getByRole('navigation', { name: 'Navigation' });
  await expect(links.getByRole('link', { name: 'Overview' })).toBeVisible();
  await expect(links.getByRole('link', { name: 'Virtual machines' })).toHaveCount(0);
  const mine = `/api/awanio/organizations/${org}`;
  expect(await call(page, 'GET', `${mine}/vms`)).toEqual([403, 'no_access']);
  expect((await call(page, 'GET', `${mine}/invoices`))[0]).toBe(200);
  expect(await call(page, 'POST', `${mine}/vouchers/redeem`, { code: 'X' })).toEqual([
    403,
    'viewing',
  ]);
  const project = `/api/awanio/projects/${tenant.awanio.project.uuid}`;
  expect((await call(page, 'GET', `${project}/vms`))[0]).toBe(403);
  await page.goto(paths.billing({ org }));
  await expect(page.getByRole('main')).toContainText(balance);
  await expect(page.getByRole('main')).toContainText('No invoices yet');
  // A page that the role may not see says why, and whom to ask.
  await page.goto(paths.vms({ org }));
  await hydrated(page);
  await page.getByRole('button', { name: "Why can't I?" }).click();
  await expect(page.getByRole('dialog', { name: "Why can't I?" })).toContainText(
    'Virtual machines: view',
  );
});

test('“Why can’t I?” by keyboard, for somebody who only reads', async ({ page }) => {
  const tenant = await cloud.createTenant({
    awanio: { volumes: 1, people: [{ name: 'Rini Lestari', level: 9 }] },
  });
  await openWithAccount(page, tenant, paths.groupVolumes(group(tenant)), {
    as: tenant.awanio.people[0],
  });
  await hydrated(page);
  const create = page.getByRole('main').getByRole('button', { name: 'Create volume' }).first();
  await expect(create).toHaveAccessibleDescription(/Press to see whom to ask/);
  await create.focus();
  await page.keyboard.press('Enter');
  const why = page.getByRole('dialog', { name: "Why can't I?" });
  await expect(why).toContainText('is Viewer. It does not include the right “Volumes: change”.');
  await expect(why).toContainText('Member, Admin');
  await expect(why).toContainText(tenant.awanio.email);
  await expect(why).toContainText(`Member ID: ${tenant.awanio.people[0]?.uuid}`);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(create).toBeFocused();
  // The items of a row's menu, too.
  await page.getByRole('button', { name: 'Actions for volume-1' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /^Rename/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(why).toContainText('Volumes: change');
});

test('“Why can’t I?” in a project names whose admins can give the right', async ({ page }) => {
  const tenant = await cloud.createTenant({
    awanio: { projects: 1, people: [{ name: 'Rini Lestari', level: null, projectLevel: 9 }] },
  });
  const project = { ...group(tenant), project: tenant.awanio.project.uuid };
  const as = tenant.awanio.people[0];
  await openWithAccount(page, tenant, paths.vms(project), { as });
  await hydrated(page);
  const why = page.getByRole('dialog', { name: "Why can't I?" });
  await page
    .getByRole('main')
    .getByRole('button', { name: 'Create virtual machine' })
    .first()
    .press('Enter');
  await expect(why).toContainText('Virtual machines: change');
  await expect(why).toContainText(tenant.awanio.email);
  await expect(why).toContainText("You aren't a member of the organization");
  await page.keyboard.press('Escape');
  await page.goto(paths.groupVolumes(project));
  await hydrated(page);
  await page
    .getByRole('main')
    .getByRole('button', { name: 'Create volume' })
    .first()
    .press('Enter');
  await expect(why).toContainText('This right comes from the organization, not from the project.');
});
