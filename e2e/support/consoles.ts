/** Machines and their consoles, as a person sees them: the screen, and the serial line in a terminal. */
import { expect, type Page } from '@playwright/test';
import type { Tenant } from './cloud';
import { expectAccessible } from './test';
import { screenText } from './vnc';
import { account, instancesPath, openInstances } from './vps';

/** The password of the user `demo` on machines that tests create. */
export const password = 'visible-fake-2026';

export interface Machine {
  uuid: string;
  name: string;
}

/** Creates a machine with a known password, and waits until it runs. */
export async function machineOf(page: Page, name: string): Promise<Machine> {
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

/** Signs in, and waits for the list of instances. */
export async function signIn(page: Page, tenant: Tenant): Promise<void> {
  await openInstances(page, tenant);
  await page.waitForURL((url) => url.pathname === instancesPath);
}

/** Signs in, and creates a machine that runs. */
export async function ready(page: Page, tenant: Tenant, name: string): Promise<Machine> {
  await signIn(page, tenant);
  return machineOf(page, name);
}

/** The state in a console's toolbar. */
export const state = (page: Page, word: string) =>
  page.getByRole('group', { name: 'Console tools' }).locator('[data-status]', { hasText: word });

/** What a console announces to screen readers. */
export const announced = (page: Page) => page.getByRole('region').getByRole('status').first();

/** The screen of a machine. */
export const screen = (page: Page) => page.getByRole('application');

export const screenPath = ({ uuid }: Machine) => `${instancesPath}/${uuid}/console`;

/** Stops a machine, opens its console, and starts the machine there. @param pathOf the path of one of its consoles */
export async function startAt(
  page: Page,
  machine: Machine,
  pathOf: (machine: Machine) => string,
): Promise<void> {
  await page.request.patch(`/api/dewavps/${account}/instance/${machine.uuid}/stop`, {
    headers: { origin: new URL(page.url()).origin },
  });
  await page.goto(pathOf(machine));
  const stopped = page.getByRole('heading', { name: 'The machine is stopped' });
  await expect(stopped).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  await page.getByRole('main').getByRole('button', { name: 'Start' }).click();
}

export async function expectOnScreen(page: Page, text: string | RegExp): Promise<void> {
  await expect.poll(() => screenText(page), { timeout: 20_000 }).toMatch(text);
}

/** Opens the screen and waits for the login prompt. */
export async function openScreen(page: Page, machine: Machine): Promise<void> {
  await page.goto(screenPath(machine));
  await expect(state(page, 'Connected')).toBeVisible({ timeout: 20_000 });
  await expectOnScreen(page, new RegExp(`${machine.name} login: *$`));
}

export async function logInOnScreen(page: Page): Promise<void> {
  await screen(page).focus();
  await page.keyboard.type('demo\n');
  await expectOnScreen(page, /Password: *$/);
  await page.keyboard.type(`${password}\n`);
  await expectOnScreen(page, /\$ *$/);
}

/** The terminal of a serial console. */
export const terminal = (page: Page) => page.getByRole('textbox', { name: /^Terminal/ });

export const serialPath = ({ uuid }: Machine) => `${instancesPath}/${uuid}/serial`;

/** The rows that the terminal shows. */
export async function terminalText(page: Page): Promise<string> {
  const rows = await page.locator('.xterm-rows > div').allTextContents();
  return rows
    .map((row) => row.replaceAll('\u00a0', ' ').trimEnd())
    .join('\n')
    .trimEnd();
}

export const expectInTerminal = (page: Page, text: RegExp) =>
  expect.poll(() => terminalText(page), { timeout: 20_000 }).toMatch(text);

/** Opens the serial console and waits for the login prompt. */
export async function openSerial(page: Page, machine: Machine): Promise<void> {
  await page.goto(serialPath(machine));
  await expect(state(page, 'Connected')).toBeVisible({ timeout: 20_000 });
  await expectInTerminal(page, new RegExp(`${machine.name} login: *$`));
}

export async function logInOnSerial(page: Page): Promise<void> {
  await terminal(page).focus();
  await page.keyboard.type('demo\n');
  await expectInTerminal(page, /Password: *$/);
  await page.keyboard.type(`${password}\n`);
  await expectInTerminal(page, /\$ *$/);
}

/** The text that the menu of a serial console downloads. */
export async function downloadedOutput(page: Page): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'More console tools' }).click();
  await page.getByRole('menuitem', { name: 'Download output as text' }).click();
  const download = await coming;
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
}
