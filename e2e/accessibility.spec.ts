/** Opens every page light and dark, in both languages and on a phone: axe finds nothing, and nothing overflows. */
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { kindOf, parametersOf, pathOf, routes, type Route } from '@/lib/paths/pages';
import { looks, walk } from './support/looks';
import { openSession } from './support/session';
import { expect, test } from './support/test';

/**
 * Pages that other specs check after filling them (networks, volumes, clusters), that repeat another page, or that no
 * customer sees.
 */
const elsewhere: readonly Route[] = [
  '/vps/[account]/networks',
  '/vps/[account]/networks/[network]',
  '/vps/[account]/volumes',
  '/o/[org]/kubernetes/[cluster]',
  '/o/[org]/p/[project]/kubernetes/[cluster]',
  // e2e/bare-metal.spec.ts
  '/o/[org]/bare-metal/[machine]',
  '/o/[org]/p/[project]/bare-metal/[machine]',
  '/o/[org]/bare-metal/new',
  '/o/[org]/p/[project]/bare-metal/new',
  // e2e/object-storage.spec.ts
  '/o/[org]/object-storage/[bucket]',
  '/o/[org]/p/[project]/object-storage/[bucket]',
  // e2e/object-page.spec.ts
  '/o/[org]/object-storage/[bucket]/object',
  '/o/[org]/p/[project]/object-storage/[bucket]/object',
  // e2e/bucket-access.spec.ts
  '/o/[org]/object-storage/[bucket]/access',
  '/o/[org]/object-storage/[bucket]/settings',
  '/o/[org]/p/[project]/object-storage/[bucket]/access',
  '/o/[org]/p/[project]/object-storage/[bucket]/settings',
  // e2e/transfers.spec.ts
  '/o/[org]/object-storage/[bucket]/uploads',
  '/o/[org]/p/[project]/object-storage/[bucket]/uploads',
  '/o/[org]/p/[project]/estimate',
  '/o/[org]/p/[project]/prices',
  '/o/[org]/p/[project]/vms/[vm]',
  '/o/[org]/members/[user]/offboard',
  '/o/[org]/billing/[invoice]',
  '/vps/[account]/billing/deposits/[deposit]',
  '/vps/[account]/billing/reports/[date]',
  '/o/[org]/billing/top-up/[payment]',
  '/vps/[account]/billing/top-up/[payment]',
  '/provider/payment-gateways',
  '/dev/ui',
];
/** The path parameters that these tests have. A page that needs others must be checked elsewhere. */
const availableParams = ['', 'org', 'org,project', 'org,vm', 'account', 'account,instance'];

/** The pages that need exactly these parameters. */
function pagesWith(params: Record<string, string>, kind?: 'entrance'): string[] {
  const given = Object.keys(params).toSorted().join();
  return routes
    .filter((route) => !elsewhere.includes(route))
    .filter((route) => (kindOf(route) === 'entrance') === (kind === 'entrance'))
    .filter((route) => parametersOf(route).toSorted().join() === given)
    .map((route) => pathOf(route, params));
}

/** The id of the first row of a list: the last part of its link. */
async function firstId(page: Page, list: string): Promise<string> {
  await page.goto(list);
  const link = page.getByRole('table').getByRole('rowheader').getByRole('link').first();
  const id = (await link.getAttribute('href'))?.split('/').at(-1);
  expect(id).toBeTruthy();
  return id ?? '';
}

test('a test checks every page of the registry', () => {
  const missed = routes.filter(
    (route) =>
      !elsewhere.includes(route) &&
      !availableParams.includes(parametersOf(route).toSorted().join()),
  );
  expect(missed).toEqual([]);
});

for (const [name, look] of looks) {
  test.describe(name, () => {
    test.use(look);
    test.slow();

    test('pages for people who are not signed in', async ({ page }) => {
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
