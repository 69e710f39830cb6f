/** On a device with a wrong clock, times of the server are right, nothing is lost, and no call repeats endlessly. */
import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { openSession } from './support/session';
import { expect, test } from './support/test';

const hour = 3_600_000;

/** Shifts the clock of a page's device by `shift` milliseconds, with everything that reads it. */
async function setWrong(page: Page, shift: number): Promise<void> {
  await page.addInitScript((by) => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given: []) {
        if (given.length === 0) super(Real.now() + by);
        else super(...given);
      }
      static override now() {
        return Real.now() + by;
      }
    } as DateConstructor;
    Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + by });
  }, shift);
}

for (const [name, shift] of [
  ['three hours ahead', 3 * hour],
  ['three hours behind', -3 * hour],
] as const) {
  test(`shows the server’s times with a clock ${name}`, async ({ page, tenant }) => {
    await setWrong(page, shift);
    await openSession(page, tenant, 'dewavps');
    const calls: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/')) calls.push(pathname);
    });
    await page.goto(paths.instances('toko'));
    const table = page.getByRole('table', { name: 'Instances' });
    await expect(table.getByRole('row')).toHaveCount(5);
    // They were created when the test began: neither hours ago nor in the future.
    await expect(table.getByText(/^(just now|\d+ min ago)$/)).toHaveCount(4);

    const before = calls.length;
    await page.waitForTimeout(10_000); // long enough for an endless loop to show
    expect(calls.slice(before).length).toBeLessThan(8);
    await expect(page.getByRole('dialog')).toHaveCount(0); // the session hasn't ended

    const [instance] = tenant.dewavps.instances;
    await page.goto(paths.instancePart('toko', instance?.uuid ?? '', 'metrics'));
    await expect(page.getByRole('figure', { name: 'CPU' })).toBeVisible();
    await expect(page.getByText('No readings')).toHaveCount(0);
  });
}
