/** Every page, in both looks, both languages and on a phone: axe finds nothing, and nothing runs over the edge. */
import { paths } from '@/lib/paths';
import { looks, walk } from './support/looks';
import { openSession } from './support/session';
import { test } from './support/test';

for (const [name, look] of looks) {
  test.describe(name, () => {
    test.use(look);
    test.slow();

    test('pages for who is not signed in', async ({ page }) => {
      await walk(page, look, [paths.signIn(), paths.signUp(), paths.verify()]);
    });

    test('pages of a cloud account', async ({ page, tenant }) => {
      const org = { org: tenant.awanio.organization.uuid };
      const project = { ...org, project: tenant.awanio.project.uuid };
      await openSession(page, tenant, 'awanio');
      await walk(page, look, [paths.home(), paths.overview(org), paths.overview(project)]);
      await walk(page, look, [paths.account(), paths.vms(org), paths.newVm(org)]);
      await walk(page, look, [paths.vms(project), paths.newVm(project), '/nothing/here']);
      await page.goto(paths.vms(org));
      const machine = await page.getByRole('table').getByRole('link').first().getAttribute('href');
      await walk(page, look, [machine ?? 'no machine']);
    });

    test('pages of a VPS account', async ({ page, tenant }) => {
      await openSession(page, tenant, 'dewavps');
      await walk(page, look, [
        paths.vpsOverview('toko'),
        paths.instances('toko'),
        paths.newInstance('toko'),
        paths.account(),
      ]);
      await page.goto(paths.instances('toko'));
      const machine = await page.getByRole('table').getByRole('link').first().getAttribute('href');
      await walk(page, look, [
        machine ?? 'no machine',
        `${machine}/console`,
        paths.instances('not-linked'),
      ]);
    });
  });
}
