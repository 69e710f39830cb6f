import type { Page } from '@playwright/test';
import {
  downloadedOutput,
  expectInTerminal,
  logInOnSerial,
  openSerial,
  password,
  ready,
  serialPath,
  state,
  terminal,
  terminalText,
} from './support/consoles';
import { cloud, expect, expectAccessible, test } from './support/test';
import { openInstances } from './support/vps';

/** What the browser sends to the machine from now on, as text. */
function sentTo(page: Page): string[] {
  const sent: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (typeof payload !== 'string') sent.push(payload.toString('latin1'));
    }),
  );
  return sent;
}

test('types, searches, pauses, pastes, opens links, and returns the focus', async ({
  page,
  tenant,
}) => {
  const machine = await ready(page, tenant, 'serial-1');
  await openSerial(page, machine);
  const kinds = page.getByRole('navigation', { name: 'Kind of console' });
  await kinds.getByRole('link', { name: 'VNC' }).click();
  await expect(page).toHaveURL(/\/console$/);
  await kinds.getByRole('link', { name: 'Serial' }).click();
  await expectInTerminal(page, /serial-1 login: *$/);
  await expectAccessible(page);
  await logInOnSerial(page);
  await page.keyboard.type('echo A—B é; stty size\n');
  await expectInTerminal(page, /^A—B é\n\d+ \d+$/m);

  // Links are shown before they are opened, and only http and https.
  await page.keyboard.type('clear; echo see https://example.com/a?b=c now\n');
  await expectInTerminal(page, /^see https:\/\/example\.com\/a\?b=c now$/m);
  const link = page.locator('.xterm-rows > div', { hasText: /^see https/ });
  const box = await link.boundingBox();
  const at = { x: (box?.x ?? 0) + 100, y: (box?.y ?? 0) + 6 };
  await page.mouse.move(at.x - 5, at.y);
  await page.mouse.move(at.x, at.y);
  await expect(page.locator('.xterm-cursor-pointer')).toBeVisible();
  await page.mouse.click(at.x, at.y);
  const asked = page.getByRole('dialog', { name: 'Open this link?' });
  await expect(asked).toContainText('https://example.com/a?b=c');
  await expect(asked.getByRole('button', { name: 'Cancel' })).toBeFocused();
  const open = asked.getByRole('link', { name: 'Open in a new tab' });
  await expect(open).toHaveAttribute('href', 'https://example.com/a?b=c');
  await expectAccessible(page);
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await terminal(page).focus();
  await page.keyboard.type(
    String.raw`clear; printf '\e]8;;javascript:alert(1)\e\\no link here\e]8;;\e\\\n'` + '\n',
  );
  await expectInTerminal(page, /^no link here$/m);
  const fake = await page.locator('.xterm-rows > div', { hasText: /^no.link.here/ }).boundingBox();
  await page.mouse.click((fake?.x ?? 0) + 20, (fake?.y ?? 0) + 6);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // A paste of several lines is shown first.
  const paste = (text: string) =>
    terminal(page).evaluate((field, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data);
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
  await paste('echo one li');
  await expectInTerminal(page, /\$ echo one li$/);
  await paste('ne\necho two lines\n');
  const warning = page.getByRole('dialog', { name: 'Paste 2 lines?' });
  await expect(warning.getByLabel('Text to paste')).toHaveValue('ne\necho two lines\n');
  await expectAccessible(page);
  expect(await terminalText(page)).not.toContain('two lines');
  await warning.getByRole('button', { name: 'Paste', exact: true }).click();
  await expectInTerminal(page, /^one line\n.*\$ echo two lines\ntwo lines$/m);

  await terminal(page).focus();
  await page.keyboard.type('clear; seq 200\n');
  await expectInTerminal(page, /^200\n.*\$ *$/m);
  const { name, text } = await downloadedOutput(page);
  expect(name).toMatch(/^serial-1-.*\.txt$/);
  expect(text).toContain('\n199\n200\n');

  // The search finds what has scrolled away.
  await terminal(page).focus();
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('searchbox').fill('127');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 1');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(terminal(page)).toBeFocused();

  // Tab is the machine's; Ctrl+Alt+Shift leaves the terminal.
  await page.keyboard.type('whoa');
  await page.keyboard.press('Tab');
  await expectInTerminal(page, /\$ whoami *$/);
  await page.keyboard.press('Control+Alt+Shift');
  await expect(page.getByRole('button', { name: 'Pause output' })).toBeFocused();
});

test('reconnects with its scrollback, and answers no old questions', async ({ page, tenant }) => {
  const machine = await ready(page, tenant, 'serial-2');
  const sent = sentTo(page);
  await openSerial(page, machine);
  await logInOnSerial(page);
  await page.keyboard.type(String.raw`printf 'old\e[c\e[6n questions\n'` + '\n');
  await expectInTerminal(page, /^old questions$/m);
  for (let time = 0; time < 3; time++) {
    sent.length = 0;
    await page.reload();
    await expect(state(page, 'Connected')).toBeVisible({ timeout: 20_000 });
    await expectInTerminal(page, /^old questions$/m);
    expect(sent.filter((frame) => frame.startsWith('0:'))).toEqual([]);
  }
  // A second viewer sees the same.
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expectInTerminal(second, /^old questions$/m);
  await terminal(second).focus();
  await second.keyboard.type('echo from the second\n');
  await expectInTerminal(page, /^from the second$/m);
  await second.close();

  await cloud.restartInstance(tenant, machine.uuid);
  await expectInTerminal(page, /serial-2 login: *$/);
  await page.getByRole('button', { name: 'Search the output' }).click();
  await page.getByRole('searchbox').fill('from the second');
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ of 2$/);
  await cloud.deleteInstance(tenant, machine.uuid);
  await expect(page.getByRole('heading', { name: 'This machine no longer exists' })).toBeVisible({
    timeout: 30_000,
  });
  await expectAccessible(page);
});

test('says where there is no serial console', async ({ page, tenant }) => {
  await openInstances(page, tenant);
  await cloud.fault(tenant, { ref: 'DX4', kind: 'status', status: 501 });
  await page.getByRole('link', { name: 'instance-1' }).click();
  await expect(page).toHaveURL(/instances\/[\w-]+$/);
  await page.goto(`${page.url()}/serial`);
  await expect(page.getByRole('heading', { name: 'No serial console here' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open the screen' }).click();
  await expect(page).toHaveURL(/\/console$/);
});

test.describe('on a phone, in Indonesian', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('types with the phone’s keyboard and the row of keys', async ({ page, tenant }) => {
    const machine = await ready(page, tenant, 'serial-3');
    await page.context().addCookies([{ name: 'nusa.locale', value: 'id', url: page.url() }]);
    await page.goto(serialPath(machine));
    await expectInTerminal(page, /serial-3 login: *$/);
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
    await page.locator('.xterm-screen').tap();
    await page.keyboard.insertText('demox');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await expectInTerminal(page, /Password: *$/);
    await page.keyboard.insertText(password);
    await page.keyboard.press('Enter');
    await expectInTerminal(page, /\$ *$/);
    await page.keyboard.insertText('whoa');
    const keys = page.getByRole('group', { name: 'Tombol khusus' });
    await keys.getByRole('button', { name: 'Tab' }).tap();
    await expectInTerminal(page, /\$ whoami *$/);
    await keys.getByRole('button', { name: 'Ctrl' }).tap();
    await page.keyboard.insertText('c');
    await expectInTerminal(page, /whoami \^C\n.*\$ *$/);
    await keys.getByRole('button', { name: 'Atas' }).tap();
    // On its side, the row of keys and the last line fit the phone, and its menu can be scrolled to the end.
    await page.setViewportSize({ width: 844, height: 390 });
    await expect(keys.getByRole('button', { name: 'Esc' })).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: 'Alat konsol lainnya' }).tap();
    await page.getByRole('menuitem', { name: 'Putuskan' }).scrollIntoViewIfNeeded();
    await expect(page.getByRole('menuitem', { name: 'Putuskan' })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Jeda output' }).tap();
    await expect(page.getByRole('button', { name: 'Lanjutkan output' })).toBeVisible();
  });
});
