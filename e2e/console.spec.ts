import type { Page } from '@playwright/test';
import {
  announced,
  expectOnScreen,
  logInOnScreen,
  openScreen,
  ready,
  screen,
  screenPath,
  signIn,
  startAt,
  state,
} from './support/consoles';
import { cloud, expect, expectAccessible, test } from './support/test';
import { screenText } from './support/vnc';
import { account, instancesPath, signInAgain } from './support/vps';

/** Moves fingers over the page at once. @param ways where each begins and ends: x, y, x, y */
async function fingers(page: Page, ways: [number, number, number, number][]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', part: number) =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : ways.map(([x, y, toX, toY], id) => ({
              id,
              x: x + (toX - x) * part,
              y: y + (toY - y) * part,
            })),
    });
  await send('touchStart', 0);
  for (let step = 1; step <= 10; step += 1) await send('touchMove', step / 10);
  await send('touchEnd', 1);
  await devtools.detach();
}

test('shows the machine, sends typed keys, and returns the focus', async ({ page, tenant }) => {
  const machine = await ready(page, tenant, 'layar-1');
  await openScreen(page, machine);
  await expectAccessible(page);
  // The screen has the focus when it opens.
  await expect(screen(page)).toBeFocused();
  await logInOnScreen(page);
  await page.keyboard.type('echo Main-JOB_42 "and @{1}"\n');
  await expectOnScreen(page, /^Main-JOB_42 and @\{1\}$/m);

  await page.keyboard.press('Control+Alt+Shift');
  await expect(page.getByRole('button', { name: 'Keys', exact: true })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await screen(page).focus();
  // No key stays pressed for the machine.
  await page.keyboard.type('echo free\n');
  await expectOnScreen(page, /^free$/m);
});

test('types a text as keys, and names the characters that it can’t type', async ({
  page,
  tenant,
}) => {
  const machine = await ready(page, tenant, 'layar-2');
  await openScreen(page, machine);
  await logInOnScreen(page);

  await page.getByRole('button', { name: 'Type text' }).click();
  const panel = page.getByRole('region', { name: 'Type text' });
  const text = panel.getByLabel('Text to type');
  await expect(text).toBeFocused();
  await text.fill('echo Zebra-Yak; echo second\necho "third: {a|b} ~ %"\n');
  await expect(panel).toContainText('52 characters, about 2 seconds.');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Start typing' }).click();
  await expect(panel).toContainText('Typed 52 characters.', { timeout: 15_000 });
  await expectOnScreen(page, /^Zebra-Yak\nsecond$/m);
  await expectOnScreen(page, /^third: \{a\|b\} ~ %$/m);

  await panel.getByLabel('Method').selectOption({ label: 'On a US keyboard' });
  await text.fill('naïve €');
  await expect(panel).toContainText('This keyboard can’t type: ï €'.replace('’', "'"));
  await text.fill('echo Zyxw\n');
  await panel.getByRole('button', { name: 'Start typing' }).click();
  await expectOnScreen(page, /^Zyxw$/m);
  // The choice of keyboard is kept for this machine.
  await page.reload();
  await page.getByRole('button', { name: 'Type text' }).click();
  await expect(panel.getByLabel('Method')).toHaveValue('us');

  await expect(state(page, 'Connected')).toBeVisible();
  await text.fill('x'.repeat(2000));
  await panel.getByRole('button', { name: 'Start typing' }).click();
  await expect(panel).toContainText(/\d+ of 2000 characters typed/);
  await panel.getByRole('button', { name: 'Stop typing' }).click();
  await expect(panel).toContainText(/Stopped after \d+ characters/);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Type text' })).toBeFocused();
});

test('sends keys that the browser would handle, and restarts with Ctrl+Alt+Del', async ({
  page,
  tenant,
}) => {
  const machine = await ready(page, tenant, 'layar-3');
  await openScreen(page, machine);
  await logInOnScreen(page);
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Keys' });
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keys', exact: true }).click();

  await panel.getByRole('button', { name: 'Ctrl', exact: true }).click();
  await screen(page).focus();
  await page.keyboard.type('l'); // Ctrl+L clears the screen
  await expect.poll(() => screenText(page)).not.toContain('Password');
  await panel.getByRole('button', { name: 'Ctrl', exact: true }).click();
  await screen(page).focus();
  await page.keyboard.type('echo up again\n');
  await expectOnScreen(page, /^up again$/m);

  const reset = panel.getByRole('button', { name: 'Ctrl+Alt+Del' });
  await page.getByRole('button', { name: 'View only' }).click();
  await expect(reset).toHaveAccessibleDescription(/View only is on/);
  await screen(page).focus();
  await page.keyboard.type('unseen');
  await page.getByRole('button', { name: 'View only' }).click();
  expect(await screenText(page)).not.toContain('unseen');

  await reset.click();
  await expect.poll(() => screenText(page), { timeout: 20_000 }).not.toContain('up again');
  await expectOnScreen(page, /login: *$/);
});

test('reconnects by itself when the machine restarts', async ({ page, tenant }) => {
  const machine = await ready(page, tenant, 'layar-4');
  await openScreen(page, machine);
  await logInOnScreen(page);
  await cloud.restartInstance(tenant, machine.uuid);
  await expect.poll(() => screenText(page), { timeout: 20_000 }).not.toContain('Password');
  await expect(state(page, 'Connected')).toBeVisible({ timeout: 30_000 });
  await expectOnScreen(page, /layar-4 login: *$/);
});

test('says that the machine was deleted, and links to the list', async ({ page, tenant }) => {
  const machine = await ready(page, tenant, 'layar-5');
  await openScreen(page, machine);
  await cloud.deleteInstance(tenant, machine.uuid);
  const heading = page.getByRole('heading', { name: 'This machine no longer exists' });
  await expect(heading).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go to the instances' }).click();
  await expect(page).toHaveURL(new RegExp(`${instancesPath}$`));
  await page.goto(screenPath(machine));
  await expect(heading).toBeVisible();
});

test('offers to start a stopped machine, then connects by itself', async ({ page, tenant }) => {
  await startAt(page, await ready(page, tenant, 'layar-6'), screenPath);
  await expect(state(page, 'Connected')).toBeVisible({ timeout: 30_000 });
  await expect(announced(page)).toHaveText(/console is ready/);
  await expectOnScreen(page, /layar-6 login: *$/);
});

test('disconnects and connects again by its buttons', async ({ page, tenant }) => {
  const machine = await ready(page, tenant, 'layar-7');
  await openScreen(page, machine);
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('heading', { name: 'You disconnected' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('main').getByRole('button', { name: 'Connect' }).last().click();
  await expectOnScreen(page, /layar-7 login: *$/);

  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open in a new window' }).click();
  const own = await popup;
  await expectOnScreen(own, /layar-7 login: *$/);
  await expect(own.getByRole('navigation')).toHaveCount(0);
  await expectAccessible(own);
  await expect(
    page.getByRole('heading', { name: 'The console is open in its own window' }),
  ).toBeVisible();
  // Two tabs show the same screen.
  await page.getByRole('button', { name: 'Open it here too' }).click();
  await expectOnScreen(page, /layar-7 login: *$/);
  await screen(page).focus();
  await page.keyboard.type('shared');
  await expectOnScreen(page, /login: shared *$/);
  await expectOnScreen(own, /login: shared *$/);

  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.getByRole('navigation')).not.toHaveCount(0);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save screenshot' }).click();
  expect((await download).suggestedFilename()).toMatch(/^layar-7-\d{4}-\d\d-\d\d-\d{6}\.png$/);
});

test('says that a key may only read', async ({ page }) => {
  const tenant = await cloud.createTenant({
    dewavps: { instances: 1, keys: [{ scopes: ['read_instance'] }] },
  });
  await signIn(page, tenant);
  await page.getByRole('link', { name: 'instance-1' }).click();
  await expect(page).toHaveURL(/instances\/[\w-]+$/);
  const machine = page.url();
  for (const kind of ['console', 'serial']) {
    await page.goto(`${machine}/${kind}`);
    await expect(page.getByRole('heading', { name: "This key can't open consoles" })).toBeVisible();
    await expectAccessible(page);
  }
});

test('asks to sign in over the console when the session ends', async ({ page, tenant }) => {
  const machine = await ready(page, tenant, 'layar-8');
  await openScreen(page, machine);
  await page.context().clearCookies({ name: /nusa\.session/ });
  await cloud.restartInstance(tenant, machine.uuid);
  await expect(page.getByRole('dialog', { name: 'Sign in to continue' })).toBeVisible({
    timeout: 30_000,
  });
  await signInAgain(page, tenant);
  await expectOnScreen(page, /layar-8 login: *$/);
});

test('opens no console with the ticket of another session', async ({ page, tenant, browser }) => {
  const machine = await ready(page, tenant, 'layar-9');
  const answer = await page.request.post('/api/console/ticket', {
    data: { account, instance: machine.uuid },
    headers: { origin: new URL(page.url()).origin },
  });
  const { ticket } = (await answer.json()) as { ticket: string };
  const dial = (on: Page) =>
    on.evaluate(
      (protocol) =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket('/api/console/socket', ['binary', protocol]);
          socket.addEventListener('open', () => {
            resolve('open');
            socket.close();
          });
          socket.addEventListener('close', ({ code }) => resolve(`closed ${code}`));
        }),
      `nusa.ticket.${ticket}`,
    );
  const thief = await browser.newContext();
  const stranger = await thief.newPage();
  await signIn(stranger, await cloud.createTenant({ dewavps: { instances: 0 } }));
  expect(await dial(stranger)).toBe('closed 1006');
  await thief.clearCookies();
  expect(await dial(stranger)).toBe('closed 1006');
  expect(await dial(page)).toBe('open');
  await thief.close();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('keeps the tools visible and uses the phone’s keyboard', async ({ page, tenant }) => {
    const machine = await ready(page, tenant, 'layar-10');
    await openScreen(page, machine);
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
    // Each point of the machine is a point of the page: the picture is larger than its frame.
    const frame = () =>
      screen(page).evaluate((canvas) => {
        const at = canvas.closest('[data-console-screen]')?.parentElement;
        const { width } = canvas.getBoundingClientRect();
        return { width: Math.round(width), left: at?.scrollLeft ?? 0 };
      });
    expect(await frame()).toEqual({ width: 800, left: 0 });
    await fingers(page, [[300, 300, 150, 300]]);
    await expect.poll(async () => (await frame()).left).toBeGreaterThan(50);
    await fingers(page, [
      [160, 300, 110, 300],
      [240, 300, 290, 300],
    ]);
    await expect.poll(async () => (await frame()).width).toBeGreaterThan(1200);
    await expect(page.getByRole('button', { name: 'Keyboard' })).toBeVisible();
    await page.getByRole('button', { name: 'Keyboard' }).tap();
    await page.keyboard.insertText('dem');
    await page.keyboard.insertText('x');
    await page.keyboard.press('Backspace');
    await page.keyboard.insertText('o');
    await expectOnScreen(page, /login: demo *$/);
    const keys = page.getByRole('group', { name: 'Special keys' });
    // Ctrl holds for one key, and the phone's keyboard stays open.
    await keys.getByRole('button', { name: 'Ctrl', exact: true }).tap();
    await page.keyboard.insertText('u');
    await expectOnScreen(page, /login: *$/);
    await expect(keys.getByRole('button', { name: 'Ctrl', exact: true })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
    await page.keyboard.insertText('demo');
    await expectOnScreen(page, /login: demo *$/);
    await page.keyboard.press('Enter');
    await expectOnScreen(page, /Password: *$/);
    await page.getByRole('button', { name: 'More console tools' }).tap();
    await page.getByRole('menuitem', { name: 'Type text' }).tap();
    await expect(page.getByRole('region', { name: 'Type text' })).toBeVisible();
    await expectAccessible(page);
    await page.context().addCookies([{ name: 'nusa.locale', value: 'id', url: page.url() }]);
    await page.reload();
    await expect(page.getByRole('group', { name: 'Tombol khusus' })).toBeVisible();
    await expect(page.getByText('Terhubung', { exact: true })).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page);
  });
});
