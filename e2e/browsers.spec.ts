/** Browsers as they are: forced colours, paper, titles, tooltips, what is said aloud, compressed answers, a page that stays still. */
import type { Locator, Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { paths } from '@/lib/paths';
import { hydrated, openNotices } from './support/people';
import { openSession } from './support/session';
import { cloud, expect, test } from './support/test';

const firstLink = (page: Page) => page.getByRole('rowheader').getByRole('link').first();

/** The computed style of an element, or of a part of it such as its `::before`. */
const styleOf = (of: Locator, property: string, part?: string) =>
  of.evaluate(
    (element, [name, pseudo]) => getComputedStyle(element, pseudo).getPropertyValue(name),
    [property, part] as const,
  );

/** The colour that a system colour has on the page. */
const systemColor = (page: Page, name: string) =>
  page.evaluate((color) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = color;
    const { color: computed } = getComputedStyle(probe);
    probe.remove();
    return computed;
  }, name);

test('forced colours tell apart what is current, active, disabled and focused', async ({
  page,
  tenant,
}) => {
  await cloud.clock(tenant, { advanceSeconds: 1800 }); // so that the charts have readings
  await page.emulateMedia({ forcedColors: 'active' });
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.instances('toko'));
  const highlight = await systemColor(page, 'Highlight');
  const ground = (of: Locator) => styleOf(of, 'background-color');

  const navigation = page.getByRole('navigation', { name: 'Main navigation' });
  expect(await ground(navigation.getByRole('link', { name: 'Instances' }))).toBe(highlight);
  expect(await ground(navigation.getByRole('link', { name: 'Volumes' }))).not.toBe(highlight);

  await page.getByRole('button', { name: 'Search or jump to…' }).click();
  const active = page.locator('[role=option][data-active-item]');
  await expect(active).toHaveCount(1);
  expect(await ground(active)).toBe(highlight);
  expect(await ground(page.locator('[role=option]:not([data-active-item])').first())).not.toBe(
    highlight,
  );
  await page.keyboard.press('Escape');

  await page.goto(`${await firstLink(page).getAttribute('href')}/metrics`);
  const tabs = page.getByRole('navigation', { name: 'Sections of this instance' });
  expect(await ground(tabs.getByRole('link', { name: 'Metrics' }))).toBe(highlight);
  const overview = tabs.getByRole('link', { name: 'Overview' });
  expect(await ground(overview)).not.toBe(highlight);
  await page.keyboard.press('Tab');
  await overview.focus();
  expect(await styleOf(overview, 'outline-width')).toBe('3px');
  expect(await styleOf(overview, 'outline-color')).toBe(highlight);
  // The network has two series, told apart by dashes in the legend, too.
  const swatches = page.getByRole('figure', { name: 'Network' }).locator('li path');
  await expect(swatches).toHaveCount(2);
  expect(await styleOf(swatches.nth(0), 'stroke-dasharray')).not.toBe(
    await styleOf(swatches.nth(1), 'stroke-dasharray'),
  );

  const gray = await systemColor(page, 'GrayText');
  // It runs, so it can't be started.
  expect(await styleOf(page.getByRole('button', { name: 'Start', exact: true }), 'color')).toBe(
    gray,
  );
});

test('titles name the thing, then the part', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.instances('toko'));
  await expect(page).toHaveTitle(/^Instances · toko · /);
  const name = (await firstLink(page).textContent()) ?? '';
  const instance = await firstLink(page).getAttribute('href');
  const parts = { '': 'Overview', '/metrics': 'Metrics', '/console': 'Console' };
  for (const [part, word] of Object.entries(parts)) {
    await page.goto(`${instance}${part}`);
    await expect(page).toHaveTitle(new RegExp(`^${name} · ${word} · `));
  }
});

test('a tooltip stays under the pointer, and Escape closes it', async ({ page }) => {
  await page.goto('/sign-in');
  const tooltip = page
    .getByRole('tooltip', { name: 'Theme' })
    .or(page.getByRole('tooltip').filter({ hasText: 'Theme' }));
  const button = page.getByRole('button', { name: 'Theme' });
  await expect(button).not.toHaveAttribute('title');
  await button.hover();
  await expect(tooltip.first()).toBeVisible();
  await tooltip.first().hover();
  await expect(tooltip.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tooltip.first()).toBeHidden();
});

test('the arrow keys say the values of a chart', async ({ page, tenant }) => {
  await cloud.clock(tenant, { advanceSeconds: 1800 });
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.instances('toko'));
  await page.goto(`${await firstLink(page).getAttribute('href')}/metrics`);
  const cpu = page.getByRole('figure', { name: 'CPU' });
  const plot = cpu.getByRole('application');
  await plot.focus();
  await page.keyboard.press('ArrowRight');
  await expect(cpu.getByRole('status')).toHaveText(/, Used \d/);
  // The charts that follow its crosshair say nothing.
  await expect(page.getByRole('figure', { name: 'Memory' }).getByRole('status')).toBeEmpty();
});

test('prints every row of a long list, without shell and buttons', async ({ page }) => {
  const tenant = await cloud.createTenant({ awanio: { vms: 130 } });
  await openSession(page, tenant, 'awanio');
  await page.goto(paths.vms({ org: tenant.awanio.organization.uuid }));
  // The rows after the first ones are read by the browser; spacers stand for those that aren't drawn.
  const table = page.getByRole('table', { name: 'Virtual machines' });
  await expect(table.locator('td[style]').last()).toHaveAttribute('style', /height: \d{3}/);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(table.locator('tbody > tr')).toHaveCount(130);
  expect(await styleOf(table.locator('thead'), 'display')).toBe('table-header-group');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.locator('main .btn:visible')).toHaveCount(0);
  expect(await styleOf(table.locator('tbody > tr').first(), 'display')).toBe('table-row');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(table.locator('td[style]').last()).toBeAttached();
});

test('prints a list as a table on narrow paper, and prices without what is pressed', async ({
  page,
  tenant,
}) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.instances('toko'));
  const row = page.getByRole('table').getByRole('row').nth(1);
  await page.setViewportSize({ width: 480, height: 700 }); // as wide as A5
  expect(await styleOf(row, 'display')).toBe('grid');
  await page.emulateMedia({ media: 'print' });
  expect(await styleOf(row, 'display')).toBe('table-row');
  expect(await styleOf(row.getByRole('cell').nth(1), 'display')).toBe('table-cell');
  const over = () =>
    page.getByRole('table').evaluate(({ clientWidth, parentElement }) => {
      return clientWidth - (parentElement?.clientWidth ?? 0);
    });
  expect(await over(), 'pixels of the table beyond its frame').toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 680, height: 900 }); // as wide as A4
  expect(await over(), 'pixels of the table beyond its frame').toBeLessThanOrEqual(0);

  await page.goto(paths.prices('toko'));
  await expect(page.getByRole('table', { name: 'Preset sizes' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Create this size/ })).toHaveCount(0);
  const location = page.getByLabel('Location');
  expect(await styleOf(location, 'border-top-color')).toBe('rgba(0, 0, 0, 0)');
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByRole('link', { name: /^Create this size/ }).first()).toBeVisible();
});

test('prints a time as date and clock time, not how long ago it was', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.vpsOverview('toko'));
  const latest = page.getByRole('table', { name: 'Latest machines' });
  await expect(latest.getByText(/^(just now|.+ ago)$/).first()).toBeVisible();
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf())), {
    mergePages: true,
  });
  expect(text).toMatch(/Created \d{1,2} [A-Z][a-z]{2} \d{4}, \d{2}:\d{2}/);
  expect(text).toMatch(/Updated \d{1,2} [A-Z][a-z]{2} \d{4}, \d{2}:\d{2}/);
  expect(text).not.toMatch(/just now|\bago\b/);
});

test('compresses long reads, and nothing that is shown once', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.instances('toko'));
  const coding = async (path: string, accepted: string) => {
    const answer = await page.request.get(path, { headers: { 'accept-encoding': accepted } });
    expect(answer.status(), path).toBe(200);
    return answer.headers()['content-encoding'];
  };
  const list = '/api/dewavps/toko/instance?limit=50';
  expect(await coding(list, 'br, gzip')).toBe('br');
  expect(await coding(list, 'gzip')).toBe('gzip');
  expect(await coding(list, 'identity')).toBeUndefined();
  const [messages = ''] = /\/api\/messages[^"]+/.exec(await page.content()) ?? [];
  expect(await coding(messages.replaceAll('&amp;', '&'), 'br, gzip')).toBe('br');
  for (const path of ['/api/session', '/api/auth/csrf'])
    expect(await coding(path, 'br, gzip'), path).toBeUndefined();
});

test('the page stays still while it loads on a slow phone', async ({ page, tenant }) => {
  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.instances('toko'));
  const instance = (await firstLink(page).getAttribute('href')) ?? '';
  // A notice that comes after the page: a payment that isn't finished.
  await page.evaluate(() =>
    fetch('/api/payments/vps/toko', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ method: 'BC', amount: 75_000 }),
    }),
  );
  await page.evaluate(() => sessionStorage.clear());
  await page.setViewportSize({ width: 390, height: 844 });
  await page.addInitScript(() => {
    const seen: { moved: number; by: string[] } = { moved: 0, by: [] };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources?: { node?: Node }[];
      })[]) {
        if (entry.hadRecentInput) continue;
        seen.moved += entry.value;
        const first = entry.sources?.[0]?.node;
        const element = first instanceof Element ? first : first?.parentElement;
        seen.by.push(`${entry.value.toFixed(3)} ${element?.outerHTML.slice(0, 160)}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const expectStill = async (path: string) => {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const seen = await page.evaluate(
      () => (globalThis as unknown as { seen: { moved: number; by: string[] } }).seen,
    );
    expect(seen.moved, `${path}: ${seen.by.join('\n')}`).toBeLessThan(0.02);
  };
  for (const path of ['/', paths.instances('toko'), instance, `${instance}/metrics`])
    await expectStill(path);
  const told = await openNotices(page);
  await expect(told.getByRole('region', { name: 'Unfinished payment' })).toContainText(
    /A payment of Rp\d/,
  );
  await openSession(page, tenant, 'awanio');
  await page.setViewportSize({ width: 412, height: 844 }); // as wide as the tools of a list in two lines
  await expectStill(paths.vms({ org: tenant.awanio.organization.uuid }));
});

test('trouble and toasts move nothing, and leave the bars at the bottom in sight', async ({
  page,
  tenant,
}) => {
  await openSession(page, tenant, 'dewavps');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(paths.instances('toko'));
  await hydrated(page);
  const heading = page.getByRole('heading', { level: 1 });
  const above = await heading.boundingBox();
  await page.getByRole('checkbox').nth(2).check();
  const bar = page.getByRole('region', { name: 'Selected rows' });
  const inSight = (element: Locator) =>
    element.evaluate((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      return node.contains(seen) || (seen?.contains(node) ?? false);
    });
  await page.context().setOffline(true);
  const trouble = page.getByText('Your device is offline. You may see old data.');
  await expect(trouble).toBeVisible();
  expect(await heading.boundingBox()).toEqual(above);
  await expect.poll(() => inSight(bar)).toBe(true);
  expect(await inSight(trouble)).toBe(true);
  await page.context().setOffline(false);
  await expect(trouble).toBeHidden();
  const running = page.getByRole('row').filter({ hasText: 'Running' }).first();
  await running.getByRole('button', { name: /^Actions/ }).click();
  await page.getByRole('menuitem', { name: 'Restart', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restart' }).click();
  const toast = page.getByRole('region', { name: 'Notices' }).getByText(/restarting/);
  await expect(toast).toBeVisible();
  const end = ({ y = 0, height = 0 } = {}) => y + height;
  expect(end((await toast.boundingBox()) ?? {})).toBeLessThan((await bar.boundingBox())?.y ?? 0);

  await page.goto(paths.newInstance('toko'));
  await hydrated(page);
  await page.context().setOffline(true);
  await expect(trouble).toBeVisible();
  const create = page.getByRole('button', { name: 'Create instance' });
  await expect.poll(() => inSight(create)).toBe(true);
  await page.context().setOffline(false);
});

test('what Tab reaches is never under a sticky head, foot or bar', async ({ page }) => {
  const tenant = await cloud.createTenant({ dewavps: { instances: 45 } });
  await openSession(page, tenant, 'dewavps');
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto(paths.instances('toko'));
  await page.getByRole('checkbox').nth(1).check(); // so that the bar for chosen rows is there
  const covered = () =>
    page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return null;
      const { left, top, width, height } = active.getBoundingClientRect();
      if (width < 2 || height < 2) return null; // for screen readers alone
      const points = [top + 2, top + height - 2].map((y) =>
        document.elementFromPoint(left + Math.min(width / 2, 8), y),
      );
      const hidden = points.some(
        (seen) => !seen || !(active.contains(seen) || seen.contains(active)),
      );
      return hidden ? active.outerHTML.slice(0, 200) : null;
    });
  for (const key of ['Tab', 'Shift+Tab'])
    for (let press = 0; press < 90; press += 1) {
      await page.keyboard.press(key);
      expect(await covered(), `${key} ${press}`).toBeNull();
    }
});

test("at 1,024 px nothing is cut, and the menus of a list's rows are in sight", async ({
  page,
  tenant,
}) => {
  await openSession(page, tenant, 'dewavps');
  await page.setViewportSize({ width: 1024, height: 768 });
  for (const path of [paths.instances('toko'), paths.volumes('toko'), paths.vpsOverview('toko')]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(over, path).toBeLessThanOrEqual(0);
  }
  await page.goto(paths.instances('toko'));
  const menu = page.getByRole('button', { name: /^Actions for / }).first();
  await expect(menu).toBeInViewport({ ratio: 1 });
});

test('at 1,024 px figures, names, addresses and labels break into no letters', async ({
  page,
  tenant,
}) => {
  const org = tenant.awanio.organization.uuid;
  await page.setViewportSize({ width: 1024, height: 768 });
  const lines = (of: Locator) =>
    of.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    });
  await openSession(page, tenant, 'awanio');
  await page.goto(paths.vms({ org }));
  const row = page.getByRole('table').getByRole('row').nth(1);
  expect(await lines(row.getByRole('rowheader').getByRole('link'))).toBe(1);
  expect(await lines(row.getByText(/^10(\.\d+){3}$/))).toBe(1);
  expect(await lines(row.getByText(/^(Ubuntu|Debian|AlmaLinux|Rocky)/))).toBeLessThanOrEqual(2);
  await page.goto(paths.newVm({ org }));
  const size = page.getByText(/^\d\scores?\s/).first();
  expect(await lines(size)).toBeLessThanOrEqual(3);
  await page.goto(paths.billing({ org }));
  expect(await lines(page.getByText(/^≈\sRp/).first())).toBe(1);

  await openSession(page, tenant, 'dewavps');
  await page.goto(paths.prices('toko'));
  expect(await lines(page.getByText('With one backup', { exact: true }))).toBe(1);
});

test('an overview is at most three screens of a phone long', async ({ page, tenant }) => {
  const org = tenant.awanio.organization.uuid;
  const height = 844;
  await page.setViewportSize({ width: 390, height });
  const expectShort = async (path: string) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main').getByText(/^Updated /)).toBeVisible(); // everything has come
    const long = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(long, path).toBeLessThanOrEqual(3 * height);
  };
  await openSession(page, tenant, 'awanio');
  await expectShort(paths.home());
  await expectShort(paths.overview({ org }));
  await expectShort(paths.overview({ org, project: tenant.awanio.project.uuid }));
  await openSession(page, tenant, 'dewavps');
  await expectShort(paths.vpsOverview('toko'));
});
