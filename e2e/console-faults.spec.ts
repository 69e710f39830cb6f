/** Both consoles of a machine when something goes wrong: each ends in a named state, reconnects or says why. */
import type { CDPSession, Page } from '@playwright/test';
import {
  announced,
  downloadedOutput,
  expectInTerminal,
  expectOnScreen,
  logInOnScreen,
  logInOnSerial,
  openScreen,
  openSerial,
  ready,
  screen,
  screenPath,
  serialPath,
  startAt,
  state,
  terminal,
  terminalText,
} from './support/consoles';
import { ownConsole } from './support/own-console';
import { urls } from './support/ports';
import { openSession } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { account, instancesPath } from './support/vps';

/** Which console of its own this file starts. */
const OWN = 4;

/** The most output, in kB, that waits in a browser while it is paused (`lib/console/pipe`). */
const WINDOW = 512;

const resume = (page: Page) => page.getByRole('button', { name: /^Continue output/ });

test('a flood can be paused without loss and stopped, and the page stays usable', async ({
  page,
  tenant,
}) => {
  const machine = await ready(page, tenant, 'banjir-1');
  await openSerial(page, machine);
  await logInOnSerial(page);
  await page.keyboard.type('yes selamat\n');
  await expectInTerminal(page, /^selamat$/m);
  // Meanwhile the page does what it is asked.
  await page.getByRole('button', { name: 'More console tools' }).click();
  await page.getByRole('menuitem', { name: 'Larger text' }).click();
  await terminal(page).focus();
  await page.getByRole('button', { name: 'Pause output' }).click();
  await expect(state(page, 'Paused')).toBeVisible();
  await expect(announced(page)).toHaveText(/output is paused/);
  const waiting = async () => {
    const words = await resume(page).textContent();
    return Number(/([\d,]+) kB/.exec(words ?? '')?.[1]?.replaceAll(',', '') ?? 0);
  };
  // The machine is held back: what waits in the browser has a limit.
  await expect.poll(waiting).toBeGreaterThan(WINDOW / 2);
  await expect.poll(async () => (await waiting()) - (await waiting())).toBe(0);
  expect(await waiting()).toBeLessThanOrEqual(WINDOW + 64);
  // A pause by the mouse leaves the focus in the terminal, so Ctrl+C is typed at once.
  await expect(terminal(page)).toBeFocused();
  await page.keyboard.press('Control+C');
  await resume(page).click();
  await expectInTerminal(page, /\^C\n.*\$ *$/);
  await expect(terminal(page)).toBeFocused();

  // By the keyboard: out of the terminal, pause, and the continuation leads back into it.
  await page.keyboard.press('Control+Alt+Shift');
  await expect(page.getByRole('button', { name: 'Pause output' })).toBeFocused();
  await page.keyboard.press('Enter');
  await terminal(page).focus();
  await page.keyboard.type('clear; seq 9000\n');
  await expect.poll(waiting).toBeGreaterThan(40);
  expect(await terminalText(page)).not.toContain('8999');
  await page.keyboard.press('Control+Alt+Shift');
  await expect(resume(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(terminal(page)).toBeFocused();
  await expectInTerminal(page, /^9000\n.*\$ *$/m);
  const numbers = (await downloadedOutput(page)).text.match(/^\d+$/gm);
  expect(numbers).toEqual(Array.from({ length: 9000 }, (_, index) => String(index + 1)));

  await openScreen(page, machine);
  await logInOnScreen(page);
  await page.keyboard.type('yes selamat\n');
  await expectOnScreen(page, /^selamat$/m);
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await page.keyboard.press('Escape');
  await screen(page).focus();
  await page.keyboard.press('Control+C');
  await expectOnScreen(page, /\^C\n.*\$ *$/);
});

/** Freezes a tab as a browser does in the background, or lets it go on. */
const life = (devtools: CDPSession, now: 'frozen' | 'active') =>
  devtools.send('Page.setWebLifecycleState', { state: now });

test('a frozen tab misses no output, and connects again where it was cut', async ({
  page,
  tenant,
}) => {
  const machine = await ready(page, tenant, 'beku-1');
  await openSerial(page, machine);
  await logInOnSerial(page);
  const onScreen = await page.context().newPage();
  await openScreen(onScreen, machine);
  await logInOnScreen(onScreen);
  const other = await page.context().newPage();
  await other.goto(serialPath(machine));
  await expectInTerminal(other, /\$ *$/);
  const frozen = await Promise.all(
    [page, onScreen].map((each) => page.context().newCDPSession(each)),
  );
  const all = (now: 'frozen' | 'active') => Promise.all(frozen.map((each) => life(each, now)));

  await all('frozen');
  await terminal(other).focus();
  await other.keyboard.type('clear; seq 9000\n');
  await expectInTerminal(other, /^9000\n.*\$ *$/m);
  await all('active');
  await expectInTerminal(page, /^9000\n.*\$ *$/m);
  const numbers = (await downloadedOutput(page)).text.match(/^\d+$/gm);
  expect(numbers).toHaveLength(9000);

  await all('frozen');
  await cloud.restartInstance(tenant, machine.uuid);
  await expectInTerminal(other, /beku-1 login: *$/);
  await all('active');
  await expectInTerminal(page, /beku-1 login: *$/);
  await expect(state(page, 'Connected')).toBeVisible();
  await expectOnScreen(onScreen, /beku-1 login: *$/);
  await expect(state(onScreen, 'Connected')).toBeVisible();
});

test('a slow network delays both consoles, and cuts neither', async ({ page, tenant }) => {
  const machine = await ready(page, tenant, 'lambat-1');
  const devtools = await page.context().newCDPSession(page);
  const slow = (on: boolean) =>
    devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: on ? 300 : 0,
      downloadThroughput: on ? 24 * 1024 : -1,
      uploadThroughput: on ? 8 * 1024 : -1,
    });
  await openSerial(page, machine);
  await logInOnSerial(page);
  await slow(true);
  await page.keyboard.type('clear; seq 15000; echo end\n');
  await expectInTerminal(page, /^\d+$/m);
  const early = await terminalText(page);
  await expectInTerminal(page, /^15000\nend\n.*\$ *$/m);
  expect(early, 'the output came slowly').not.toContain('15000');
  await expect(state(page, 'Connected')).toBeVisible();
  // The terminal keeps 10,000 lines, and none of these is missing.
  const numbers = (await downloadedOutput(page)).text.match(/^\d+$/gm)?.map(Number) ?? [];
  expect(numbers.length).toBeGreaterThan(9900);
  expect(numbers).toEqual(numbers.map((_, index) => 15_001 - numbers.length + index));
  await slow(false);

  await openScreen(page, machine);
  await slow(true);
  await logInOnScreen(page);
  await page.keyboard.type('seq 300; echo end\n');
  await expectOnScreen(page, /^300\nend\n.*\$ *$/m);
  await expect(state(page, 'Connected')).toBeVisible();
});

test('both consoles say that they are cut, keep the focus, and reconnect when the server is back', async ({
  page,
  tenant,
}) => {
  const own = ownConsole(OWN, { NUSA_CONSOLE_HOSTS: new URL(urls.sandbox).host });
  await own.start();
  try {
    await openSession(page, tenant, 'dewavps', { label: account, origin: own.url });
    const uuid = tenant.dewavps?.instances[0]?.uuid ?? '';
    const machine = { uuid, name: 'instance-1' };
    const serial = await page.context().newPage();
    await page.goto(own.url + screenPath(machine));
    await serial.goto(own.url + serialPath(machine));
    await expectOnScreen(page, /login: *$/);
    await expectInTerminal(serial, /login: *$/);
    for (const each of [page, serial])
      await expect(announced(each)).toHaveText('Connected to the console of instance-1.');
    await screen(page).focus();
    await terminal(serial).focus();
    await own.kill();
    for (const each of [page, serial]) {
      await expect(each.getByRole('heading', { name: 'Connection lost' })).toBeVisible();
      await expect(announced(each)).toHaveText('The connection was lost. Trying again.');
      await expect(each.locator('[data-console-frame]:focus-within')).toBeVisible();
      await expectAccessible(each);
    }
    await own.start();
    // A page that is looked at again doesn't wait for its next attempt.
    for (const each of [page, serial]) {
      await each.evaluate(() => window.dispatchEvent(new Event('online')));
      await expect(state(each, 'Connected')).toBeVisible({ timeout: 20_000 });
    }
    await expect(screen(page)).toBeFocused();
    await page.keyboard.type('again');
    await expectOnScreen(page, /login: again *$/);
    await expect(terminal(serial)).toBeFocused();
    await serial.keyboard.type('again');
    await expectInTerminal(serial, /login: again *$/);
  } finally {
    await own.kill();
  }
});

test('a serial console offers to start a stopped machine, then connects by itself', async ({
  page,
  tenant,
}) => {
  await startAt(page, await ready(page, tenant, 'mati-1'), serialPath);
  await expectInTerminal(page, /mati-1 login: *$/);
  await expect(announced(page)).toHaveText(/console is ready/);
});

/** The controls of the page that its notices cover. What is scrolled out of a panel isn't there to be covered. */
const covered = (page: Page) =>
  page.evaluate(() => {
    const notices = document.querySelector('[data-toasts]');
    const box = notices?.getBoundingClientRect();
    if (!notices || !box || box.height === 0) return ['no notice is shown'];
    const shown = (control: Element) => {
      let { left, right, top, bottom } = control.getBoundingClientRect();
      for (let at = control.parentElement; at; at = at.parentElement) {
        if (getComputedStyle(at).overflowY === 'visible') continue;
        const clip = at.getBoundingClientRect();
        [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
        [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
      }
      return { left, right, top, bottom };
    };
    return [...document.querySelectorAll('#content :is(a, button, input, select)')]
      .filter((control) => {
        const { left, right, top, bottom } = shown(control);
        return (
          Math.max(left, box.left) < Math.min(right, box.right) &&
          Math.max(top, box.top) < Math.min(bottom, box.bottom)
        );
      })
      .map((control) => control.ariaLabel ?? control.textContent);
  });

for (const width of [1440, 390])
  test.describe(`${width} pixels wide`, () => {
    test.use({
      viewport: { width, height: width === 390 ? 844 : 900 },
      hasTouch: width === 390,
      isMobile: width === 390,
    });
    test('notices cover no control of a console', async ({ page, tenant }) => {
      await openSession(page, tenant, 'dewavps', { label: account });
      const uuid = tenant.dewavps?.instances[0]?.uuid ?? '';
      for (const path of ['console', 'serial']) {
        await page.goto(`${instancesPath}/${uuid}/${path}`);
        await expect(state(page, 'Connected')).toBeVisible({ timeout: 20_000 });
        if (path === 'console')
          await page.getByRole('button', { name: 'Keys', exact: true }).click();
        else await page.getByRole('button', { name: 'Search the output' }).click();
        await page.evaluate(() => (window.open = () => null));
        const name = 'Open in a new window';
        if (path === 'serial' || width === 390) {
          await page.getByRole('button', { name: 'More console tools' }).click();
          await page.getByRole('menuitem', { name }).click();
        } else await page.getByRole('button', { name }).click();
        await expect(
          page.getByRole('region', { name: 'Notices' }).getByText('The browser blocked'),
        ).toBeVisible();
        expect(await covered(page), path).toEqual([]);
      }
    });
  });
