import type { Page } from '@playwright/test';
import type { Tenant } from './support/cloud';
import { cloud, expect, expectAccessible, test } from './support/test';
import { account, instancesPath, openInstances } from './support/vps';

const password = 'visible-fake-2026';

interface Machine {
  uuid: string;
  name: string;
}

/** Signs in, creates a machine with a known password, and waits until it runs. */
async function ready(page: Page, tenant: Tenant, name: string): Promise<Machine> {
  await openInstances(page, tenant);
  const order = { location_id: 1, tier_id: 1, template_id: 11, cpu: 1, memory: 1, storage: 20 };
  const made = await page.request.post(`/api/dewavps/${account}/instance/create`, {
    data: { ...order, hostname: name, username: 'demo', password, use_public_ip: false },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(made.ok(), await made.text()).toBe(true);
  const find = async () => {
    const list = await page.request.get(`/api/dewavps/${account}/instance?limit=50`);
    const { data } = (await list.json()) as {
      data: { uuid: string; hostname: string; status: string }[];
    };
    return data.find((row) => row.hostname === name);
  };
  await expect.poll(async () => (await find())?.status, { timeout: 30_000 }).toBe('Running');
  return { uuid: (await find())?.uuid ?? '', name };
}

const terminal = (page: Page) => page.getByRole('textbox', { name: /^Terminal/ });
const state = (page: Page, word: string) =>
  page.getByRole('group', { name: 'Console tools' }).locator('[data-status]', { hasText: word });
/** The rows that the terminal shows. */
const shown = async (page: Page): Promise<string> => {
  const rows = await page.locator('.xterm-rows > div').allTextContents();
  return rows
    .map((row) => row.replaceAll('\u00a0', ' ').trimEnd())
    .join('\n')
    .trimEnd();
};
const expectShown = (page: Page, text: RegExp) =>
  expect.poll(() => shown(page), { timeout: 20_000 }).toMatch(text);

async function openSerial(page: Page, machine: Machine): Promise<void> {
  await page.goto(`${instancesPath}/${machine.uuid}/serial`);
  await expect(state(page, 'Connected')).toBeVisible({ timeout: 20_000 });
  await expectShown(page, new RegExp(`${machine.name} login: *$`));
}

async function logIn(page: Page): Promise<void> {
  await terminal(page).focus();
  await page.keyboard.type('demo\n');
  await expectShown(page, /Password: *$/);
  await page.keyboard.type(`${password}\n`);
  await expectShown(page, /\$ *$/);
}

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
  await expectShown(page, /serial-1 login: *$/);
  await expectAccessible(page);
  await logIn(page);
  await page.keyboard.type('echo A—B é; stty size\n');
  await expectShown(page, /^A—B é\n\d+ \d+$/m);

  // Links are shown before they are opened, and only http and https.
  await page.keyboard.type('clear; echo see https://example.com/a?b=c now\n');
  await expectShown(page, /^see https:\/\/example\.com\/a\?b=c now$/m);
  const link = page.locator('.xterm-rows > div', { hasText: /^see https/ });
  const box = await link.boundingBox();
  const at = { x: (box?.x ?? 0) + 100, y: (box?.y ?? 0) + 6 };
  await page.mouse.move(at.x - 5, at.y);
  await page.mouse.move(at.x, at.y);
  await expect(page.locator('.xterm-cursor-pointer')).toBeVisible();
  await page.mouse.click(at.x, at.y);
  const asked = page.getByRole('dialog', { name: 'Open this link?' });
  await expect(asked).toContainText('https://example.com/a?b=c');
  const open = asked.getByRole('link', { name: 'Open in a new tab' });
  await expect(open).toHaveAttribute('href', 'https://example.com/a?b=c');
  await expectAccessible(page);
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await terminal(page).focus();
  await page.keyboard.type(
    String.raw`clear; printf '\e]8;;javascript:alert(1)\e\\no link here\e]8;;\e\\\n'` + '\n',
  );
  await expectShown(page, /^no link here$/m);
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
  await expectShown(page, /\$ echo one li$/);
  await paste('ne\necho two lines\n');
  const warning = page.getByRole('dialog', { name: 'Paste 2 lines?' });
  await expect(warning.getByLabel('Text to paste')).toHaveValue('ne\necho two lines\n');
  await expectAccessible(page);
  expect(await shown(page)).not.toContain('two lines');
  await warning.getByRole('button', { name: 'Paste', exact: true }).click();
  await expectShown(page, /^one line\n.*\$ echo two lines\ntwo lines$/m);

  // A pause loses nothing, and Ctrl-C reaches a machine that floods.
  await page.keyboard.type('yes selamat\n');
  await expectShown(page, /^selamat$/m);
  await page.getByRole('button', { name: 'Pause output' }).click();
  await expect(page.getByRole('button', { name: /Continue output/ })).toContainText(/\d+ kB/);
  await terminal(page).focus();
  await page.keyboard.press('Control+C');
  await page.getByRole('button', { name: /Continue output/ }).click();
  await expectShown(page, /\^C\n.*\$ *$/);
  await terminal(page).focus();
  await page.keyboard.type('clear; seq 200\n');
  await expectShown(page, /^200\n.*\$ *$/m);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('button', { name: 'More console tools' })
      .click()
      .then(() => page.getByRole('menuitem', { name: 'Download output as text' }).click()),
  ]);
  expect(download.suggestedFilename()).toMatch(/^serial-1-.*\.txt$/);

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
  await expectShown(page, /\$ whoami *$/);
  await page.keyboard.press('Control+Alt+Shift');
  await expect(page.getByRole('button', { name: 'Pause output' })).toBeFocused();
});

test('reconnects with its scrollback, and answers no old questions', async ({ page, tenant }) => {
  const machine = await ready(page, tenant, 'serial-2');
  const sent = sentTo(page);
  await openSerial(page, machine);
  await logIn(page);
  await page.keyboard.type(String.raw`printf 'old\e[c\e[6n questions\n'` + '\n');
  await expectShown(page, /^old questions$/m);
  for (let time = 0; time < 3; time++) {
    sent.length = 0;
    await page.reload();
    await expect(state(page, 'Connected')).toBeVisible({ timeout: 20_000 });
    await expectShown(page, /^old questions$/m);
    expect(sent.filter((frame) => frame.startsWith('0:'))).toEqual([]);
  }
  // A second viewer sees the same.
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expectShown(second, /^old questions$/m);
  await terminal(second).focus();
  await second.keyboard.type('echo from the second\n');
  await expectShown(page, /^from the second$/m);
  await second.close();

  await cloud.restartInstance(tenant, machine.uuid);
  await expectShown(page, /serial-2 login: *$/);
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
    await page.goto(`${instancesPath}/${machine.uuid}/serial`);
    await expectShown(page, /serial-3 login: *$/);
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
    await page.locator('.xterm-screen').tap();
    await page.keyboard.insertText('demox');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await expectShown(page, /Password: *$/);
    await page.keyboard.insertText(password);
    await page.keyboard.press('Enter');
    await expectShown(page, /\$ *$/);
    await page.keyboard.insertText('whoa');
    const keys = page.getByRole('group', { name: 'Tombol khusus' });
    await keys.getByRole('button', { name: 'Tab' }).tap();
    await expectShown(page, /\$ whoami *$/);
    await keys.getByRole('button', { name: 'Ctrl' }).tap();
    await page.keyboard.insertText('c');
    await expectShown(page, /whoami \^C\n.*\$ *$/);
    await keys.getByRole('button', { name: 'Atas' }).tap();
    await page.getByRole('button', { name: 'Jeda output' }).tap();
    await expect(page.getByRole('button', { name: 'Lanjutkan output' })).toBeVisible();
  });
});
