/** Adds up one account from the backend's answers. Every screen shows the same sum, or names what it leaves out. */
import type { Page } from '@playwright/test';
import { pricePerHour, pricePerMonth, rate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { spanOf } from '@/lib/pricing';
import { demoAccounts } from '@/sandbox/demo-accounts';
import type { Tenant } from './support/cloud';
import { urls } from './support/ports';
import { openSession } from './support/session';
import { expect, test, unfold } from './support/test';

const [everything, reading, billing, network] = demoAccounts.dewavps;
const main = (page: Page) => page.getByRole('main');
const leftOut = (what: string) => `Not included, because this access doesn't show it: ${what}.`;

interface Priced {
  price_per_hour: number;
}
interface Answers {
  instances: (Priced & { uuid: string; hostname: string; tier_id: number })[];
  volumes: (Priced & { attached_to: { uuid: string } | null })[];
  addresses: (Priced & { instance?: object })[];
  summary: { actual_balance: number; current_hour_cost: number };
}

/** Reads an answer from the backend itself, without the console. */
async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(`${urls.sandbox}/dewavps/v1${path}`, {
    headers: { 'x-apikey': everything.key },
  });
  if (answer.status === 429) {
    // Other tests use the same key, and it has only sixty calls a minute.
    await new Promise((goOn) => setTimeout(goOn, 1000 * Number(answer.headers.get('retry-after'))));
    return ask(path);
  }
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  const { data } = (await answer.json()) as { data: T | { data: T } };
  return data !== null && typeof data === 'object' && 'data' in data ? data.data : data;
}

const sum = (rows: readonly Priced[]) =>
  rows.reduce((all, { price_per_hour: each }) => all + each, 0);

async function readAll(): Promise<Answers> {
  const [instances, volumes, addresses, summary] = await Promise.all([
    ask<Answers['instances']>('/instance?limit=100'),
    ask<Answers['volumes']>('/storage/blocks?limit=100'),
    ask<Answers['addresses']>('/network/public/reserved?limit=100'),
    ask<Answers['summary']>('/billing/summary'),
  ]);
  return { instances, volumes, addresses, summary };
}

/** Rupiah an hour of one machine with its volumes, snapshots and backups. */
async function machineCost({ instances, volumes }: Answers, hostname: string) {
  const machine = instances.find((each) => each.hostname === hostname);
  if (!machine) throw new Error(`no ${hostname}`);
  const { uuid } = machine;
  const [{ tier_id }, snapshots, backups] = await Promise.all([
    ask<{ tier_id: number }>(`/instance/${uuid}/detail`),
    ask<{ current_hourly_price: number }[]>(`/instance/${uuid}/snapshot/snapshots`),
    ask<object[]>(`/instance/${uuid}/backup/history?limit=100`),
  ]);
  const month = await ask<{ price: number }>(`/instance/${uuid}/backup/price?tier_id=${tier_id}`);
  const each = typeof month === 'number' ? month : month.price;
  const perHour =
    machine.price_per_hour +
    sum(volumes.filter(({ attached_to: to }) => to?.uuid === uuid)) +
    snapshots.reduce((all, { current_hourly_price: hour }) => all + hour, 0) +
    (backups.length * each) / 720;
  return { uuid, perHour };
}

test.describe.configure({ mode: 'serial' });
let answers: Answers;
let database: Awaited<ReturnType<typeof machineCost>>;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  answers = await readAll();
  database = await machineCost(answers, 'gudang-db');
});

async function open(page: Page, key: string): Promise<void> {
  const demo = { dewavps: { keys: [{ key, scopes: [] }] } } as unknown as Tenant;
  await openSession(page, demo, 'dewavps', { label: 'demo' });
}

test('shows the same costs on all screens to a key with all scopes', async ({ page }) => {
  test.slow();
  const { current_hour_cost: hourly, actual_balance: balance } = answers.summary;
  const days = (added: number) => {
    const { unit, count } = spanOf(balance / (hourly + added));
    return `With everything that runs, it then lasts about ${count} ${unit}`;
  };
  await open(page, everything.key);
  await page.goto('/');
  await expect(main(page)).toContainText(`${rate(hourly)}/hour`);
  await page.goto(paths.vpsOverview('demo'));
  await expect(main(page)).toContainText(`${rate(hourly)}/hour`);
  await unfold(page, 'Cost by service');
  const table = page.getByRole('table', { name: 'Cost by service' });
  await expect(table.getByRole('row', { name: 'Total' })).toContainText(rate(hourly));
  await page.goto(paths.instances('demo'));
  await expect(main(page)).toContainText(
    `Everything in this account costs ${pricePerHour(hourly, 'en')}, about ${pricePerMonth(hourly * 720, 'en')}.`,
  );
  const { uuid, perHour } = database;
  await page.goto(paths.instance('demo', uuid));
  const cost = main(page)
    .getByRole('group')
    .filter({ has: page.getByRole('heading', { name: 'Cost (estimate)' }) });
  await cost.scrollIntoViewIfNeeded(); // read when it is seen
  await expect(cost).toContainText(
    `Total${pricePerMonth(perHour * 720, 'en')}${pricePerHour(perHour, 'en')}`,
  );

  // The first choice of the wizard and a new volume, each with everything that runs.
  await page.goto(paths.newInstance('demo'));
  const price = page.getByRole('region', { name: 'Price' });
  await expect(price).toContainText('Rp210/hour');
  await expect(price).toContainText(days(210));
  await page.goto(paths.volumes('demo'));
  await page.getByRole('button', { name: 'Create volume' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Location').selectOption({ index: 1 });
  await dialog.getByLabel('Type').selectOption({ index: 1 });
  const added = await dialog
    .getByRole('region', { name: 'Price' })
    .locator('dd')
    .first()
    .innerText();
  await expect(dialog).toContainText(days(Number(/Rp([\d.]+)/.exec(added)?.[1]?.replace('.', ''))));
});

test('names what the total leaves out to a key that reads machines', async ({ page }) => {
  const free = answers.addresses.filter(({ instance }) => !instance);
  const seen = sum(answers.instances) + sum(answers.volumes) + sum(free);
  await open(page, reading.key);
  for (const path of ['/', paths.vpsOverview('demo')]) {
    await page.goto(path);
    await expect(main(page)).toContainText(`${rate(seen)}/hour`);
    await expect(main(page)).toContainText(leftOut('backups and snapshots'));
  }
  await page.goto(paths.instances('demo'));
  await expect(main(page)).toContainText(
    `The instances above cost ${pricePerHour(sum(answers.instances), 'en')}`,
  );
  const { uuid, perHour } = database;
  await page.goto(paths.instance('demo', uuid));
  const cost = main(page)
    .getByRole('group')
    .filter({ has: page.getByRole('heading', { name: 'Cost (estimate)' }) });
  await cost.scrollIntoViewIfNeeded(); // read when it is seen
  await expect(cost).toContainText(`Total${pricePerMonth(perHour * 720, 'en')}`);
});

test('shows the total to a billing key, and its part to a network key', async ({ page }) => {
  await open(page, billing.key);
  await page.goto(paths.vpsOverview('demo'));
  await expect(main(page)).toContainText(`${rate(answers.summary.current_hour_cost)}/hour`);
  await expect(main(page)).not.toContainText('Not included');
  await page.context().clearCookies();
  await open(page, network.key);
  await page.goto(paths.vpsOverview('demo'));
  const free = answers.addresses.filter(({ instance }) => !instance);
  await expect(main(page)).toContainText(`${rate(sum(free))}/hour`);
  await expect(main(page)).toContainText(
    leftOut('machines, disks and volumes, and backups and snapshots'),
  );
});
