/** Every page, in both looks, both languages and on a phone: axe finds nothing, and nothing runs over the edge. */
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { kindOf, parametersOf, pathOf, routes, type Route } from '@/lib/paths/pages';
import { looks, walk } from './support/looks';
import { openSession } from './support/session';
import { expect, test } from './support/test';

/** Walked by specs that fill them first (networks, volumes), an organization's page again, or no customer's page. */
const elsewhere: readonly Route[] = [
  '/vps/[account]/networks',
  '/vps/[account]/networks/[network]',
  '/vps/[account]/volumes',
  '/o/[org]/p/[project]/vms/[vm]',
  '/dev/ui',
];
/** What the walks below have at hand; a page that needs more has to be walked elsewhere. */
const atHand = ['', 'org', 'org,project', 'org,vm', 'account', 'account,instance'];

/** The pages that need these parameters and no others. */
function pagesWith(params: Record<string, string>, kind?: 'entrance'): string[] {
  const given = Object.keys(params).toSorted().join();
  return routes
    .filter((route) => !elsewhere.includes(route))
    .filter((route) => (kindOf(route) === 'entrance') === (kind === 'entrance'))
    .filter((route) => parametersOf(route).toSorted().join() === given)
    .map((route) => pathOf(route, params));
}

/** The last part of the address of the first thing in a list. */
async function firstId(page: Page, list: string): Promise<string> {
  await page.goto(list);
  const link = page.getByRole('table').getByRole('rowheader').getByRole('link').first();
  const id = (await link.getAttribute('href'))?.split('/').at(-1);
  expect(id).toBeTruthy();
  return id ?? '';
}

test('every page of the registry is walked', () => {
  const missed = routes.filter(
    (route) =>
      !elsewhere.includes(route) && !atHand.includes(parametersOf(route).toSorted().join()),
  );
  expect(missed).toEqual([]);
});

for (const [name, look] of looks) {
  test.describe(name, () => {
    test.use(look);
    test.slow();

    test('pages for who is not signed in', async ({ page }) => {
      await walk(page, look, pagesWith({}, 'entrance'));
    });

    test('pages of a cloud account', async ({ page, tenant }) => {
      const org = tenant.awanio.organization.uuid;
      const project = tenant.awanio.project.uuid;
      await openSession(page, tenant, 'awanio');
      const vm = await firstId(page, paths.vms({ org }));
      await walk(page, look, [
        ...pagesWith({}),
        ...pagesWith({ org }),
        ...pagesWith({ org, project }),
        ...pagesWith({ org, vm }),
        '/nothing/here',
      ]);
    });

    test('pages of a VPS account', async ({ page, tenant }) => {
      await openSession(page, tenant, 'dewavps');
      const instance = await firstId(page, paths.instances('toko'));
      await walk(page, look, [
        paths.account(),
        ...pagesWith({ account: 'toko' }),
        ...pagesWith({ account: 'toko', instance }),
        paths.instances('not-linked'),
      ]);
    });
  });
}
