/** Top-ups: from the amount to the payment, what becomes of it, and that nobody pays twice. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import jsQR from 'jsqr';
import { rupiah } from '@/lib/format';
import { paths } from '@/lib/paths';
import { deposits } from '@/lib/resources/vps';
import type { Tenant } from './support/cloud';
import { hydrated, openNotices, press } from './support/people';
import { openSession, openWithAccount, openWithKey } from './support/session';
import { cloud, expect, expectAccessible, test } from './support/test';
import { signInAgain } from './support/vps';

const account = 'toko';
const vps = { account };
const instances = paths.instances(account);
const orgOf = ({ awanio }: Tenant) => ({ org: awanio.organization.uuid });

const open = (page: Page, tenant: Tenant, path: string) =>
  openWithKey(page, tenant, path, { label: account });

const state = (page: Page, word: string) =>
  expect(page.getByRole('main').locator('[data-status]').first()).toHaveText(word, {
    timeout: 20_000,
  });

/** Chooses amount and method on the page of a top-up, and asks for the payment. */
async function ask(page: Page, method: RegExp, amount: string): Promise<void> {
  await hydrated(page);
  await page.getByLabel('Amount', { exact: true }).fill(amount);
  await page.getByRole('radio', { name: method }).check();
  await press(page.getByRole('button', { name: /^Pay Rp/ }));
  await expect(page.getByRole('heading', { level: 1, name: /Payment of/ })).toBeVisible();
}

/** The text of a QR code in a picture. The browser decodes the picture, and another author's library the code. */
async function readCode(page: Page, png: Buffer): Promise<string | undefined> {
  const { width, height, pixels } = await page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const pen = canvas.getContext('2d');
      pen?.drawImage(bitmap, 0, 0);
      const { width, height } = bitmap;
      return { width, height, pixels: [...(pen?.getImageData(0, 0, width, height).data ?? [])] };
    },
    [...png],
  );
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data;
}

const small = { width: 390, height: 800 };
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('a virtual account, seen in two browsers, is live until it is paid, and then refunded', async ({
  page,
  browser,
}) => {
  const tenant = await cloud.createTenant({
    speed: 1,
    dewavps: { instances: 1, balance: 250_000 },
  });
  await open(page, tenant, paths.topUp(vps));
  await hydrated(page);
  await page.getByRole('button', { name: 'Rp100.000' }).click();
  await page.getByRole('radio', { name: /BCA VA/ }).check();
  await expect(page.getByText('PPN 12 %')).toBeVisible();
  await expect(page.getByText('Balance then: Rp349.')).toBeVisible();
  await expect(page.getByText(/Enough for about \d+ days, until .* with everything/)).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(small);
  expect(await sideways(page)).toBe(0);
  await press(page.getByRole('button', { name: 'Pay Rp115.000' })); // the exact total, before paying
  await expect(page.getByRole('heading', { name: 'Payment of Rp100.000' })).toBeVisible();
  await state(page, 'Waiting for payment');
  await expect(page.getByText('One hundred fifteen thousand rupiah')).toBeVisible();
  await expect(page.getByRole('timer')).toContainText(/\d/);
  await expectAccessible(page);
  expect(await sideways(page)).toBe(0);
  const number = await page.locator('[data-number]').getAttribute('data-number');
  const text = await page.getByRole('link', { name: 'Send by WhatsApp' }).getAttribute('href');
  const shared = decodeURIComponent(text ?? '');
  for (const part of ['Rp115.000', number ?? '?', 'Before ']) expect(shared).toContain(part);
  expect(shared).not.toContain(new URL(page.url()).host);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await open(other, tenant, instances);
  const card = (await openNotices(other)).getByRole('region', { name: 'Unfinished payment' });
  await expect(card).toContainText('Rp115.000');
  await expectAccessible(other);
  await card.getByRole('link', { name: 'Pay' }).click();
  await expect(other.locator('[data-number]')).toHaveAttribute('data-number', number ?? '?');
  // The return address says that it is paid; only the provider is believed.
  await other.goto(`${other.url()}?resultCode=00`);
  await expect(other.getByText(/only its answer counts/)).toBeVisible();
  await state(other, 'Waiting for payment');
  const paying = other.waitForEvent('popup');
  await other.getByRole('link', { name: 'Open the payment page' }).click();
  const gateway = await paying;
  await gateway.getByRole('button', { name: 'Pay', exact: true }).click();
  await state(page, 'Paid');
  await state(other, 'Paid');
  await other.goto(instances);
  await hydrated(other);
  await expect(other.getByRole('heading', { name: 'Instances', level: 1 })).toBeVisible();
  await expect(card).toHaveCount(0);
  await gateway.getByRole('button', { name: 'Refund' }).click();
  // A status is believed for three seconds, however often it is asked for.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText('This payment was paid and then given back.')).toBeVisible();
  }).toPass();
  await page.goto(deposits.page(account));
  await expect(page.getByRole('row').filter({ hasText: 'BCA VA' })).toContainText('Refunded');
  await elsewhere.close();
});

/** A method of each kind, and how its payment is paid. */
const instruments: Record<string, (page: Page) => Locator> = {
  BC: (page) => page.locator('[data-number]'),
  SP: (page) => page.getByRole('img', { name: 'QR code to pay with' }),
  DA: (page) => page.getByRole('link', { name: 'Open the payment page' }),
  IR: (page) => page.locator('[data-number]'),
  VC: (page) => page.getByRole('link', { name: 'Open the payment page' }),
};

test('each kind of payment goes on in another browser, and is paid once, fails or expires', async ({
  page,
  browser,
}) => {
  const tenant = await cloud.createTenant({ speed: 1, dewavps: { instances: 0, balance: 0 } });
  await open(page, tenant, paths.topUp(vps));
  const outcomes = [
    { action: 'pay', word: 'Paid', amount: 100_000 },
    { action: 'fail', word: 'Failed', amount: 110_000 },
    { action: 'expire', word: 'Expired', amount: 120_000 },
  ] as const;
  const asked = Object.keys(instruments).flatMap((method) =>
    outcomes.map(({ amount }) => ({ method, amount })),
  );
  const ids = await page.evaluate(
    (all) =>
      Promise.all(
        all.map(async (json) => {
          const answer = await fetch('/api/payments/vps/toko', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(json),
          });
          return ((await answer.json()) as { payment: { id: string } }).payment.id;
        }),
      ),
    asked,
  );
  const made = asked.map((each, index) => ({ ...each, id: ids[index] ?? '' }));
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await openSession(other, tenant, 'dewavps', { label: account });
  for (const { id, method, amount } of made.filter((each) => each.amount === 100_000)) {
    await other.goto(paths.payment(vps, id));
    await expect(
      other.getByRole('heading', { name: `Payment of ${rupiah(amount)}` }),
    ).toBeVisible();
    await expect(instruments[method]?.(other) ?? other.locator('nothing')).toBeVisible();
  }
  for (const { action, amount } of outcomes) {
    for (const { id } of made.filter((each) => each.amount === amount)) {
      await cloud.payment(tenant, id, action);
      if (action !== 'pay') continue;
      const answers = await cloud.callbacks(tenant, id, 2);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    }
  }
  for (const { word, amount } of outcomes.toReversed()) {
    for (const { id } of made.filter((each) => each.amount === amount)) {
      await other.goto(paths.payment(vps, id));
      await state(other, word);
    }
  }
  const [ledger] = (await cloud.ledger(tenant)).filter(({ id }) => id.startsWith('dewavps:'));
  const credited = ledger?.entries.filter(({ kind }) => kind === 'top-up') ?? [];
  expect(credited.map(({ amount }) => amount)).toEqual(Array(5).fill(100_000));
  await elsewhere.close();
});

test('ten requests at once make one payment, and so does one whose answer was lost', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ speed: 1, dewavps: { instances: 0 } });
  await open(page, tenant, paths.topUp(vps));
  await hydrated(page);
  const answers = await page.evaluate(async () => {
    const send = async () => {
      const answer = await fetch('/api/payments/vps/toko', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ method: 'BC', amount: 75_000 }),
      });
      return ((await answer.json()) as { payment: { id: string } }).payment.id;
    };
    return Promise.all(Array.from({ length: 10 }, send));
  });
  expect(new Set(answers).size).toBe(1);
  expect(await cloud.payments(tenant)).toHaveLength(1);
  // The same once more, by the page: the unfinished one is shown.
  await ask(page, /BCA VA/, 'Rp75.000,00');
  expect(page.url()).toContain(answers[0]);
  expect(await cloud.payments(tenant)).toHaveLength(1);
  // The provider makes the next one, but its answer is lost: it is found among the deposits.
  await cloud.fault(tenant, { ref: 'D87', kind: 'lost', times: 1 });
  await page.goto(paths.topUp(vps));
  await ask(page, /BSI VA/, '90000');
  await state(page, 'Waiting for payment');
  const made = await cloud.payments(tenant);
  expect(made).toHaveLength(2);
  await cloud.payment(tenant, made[1]?.order ?? '', 'fail');
  await state(page, 'Failed');
  // A wallet asks for the payer's phone, and a till for a code.
  await page.goto(paths.topUp(vps));
  await hydrated(page);
  await page.getByLabel('Amount', { exact: true }).fill('60000');
  await page.getByRole('radio', { name: /OVO/ }).check();
  await press(page.getByRole('button', { name: /^Pay Rp/ }));
  await expect(page.getByLabel('Phone number of the wallet')).toBeFocused();
  await page.getByLabel('Phone number of the wallet').fill('0812-3456 7890');
  await press(page.getByRole('button', { name: /^Pay Rp/ }));
  await state(page, 'Waiting for payment');
  await page.goto(paths.topUp(vps));
  await ask(page, /Indomaret/, '60000');
  await expect(page.getByText('Payment code', { exact: true })).toBeVisible();
});

test('QRIS: the code is read back, and ends by itself; in Indonesian', async ({ page }) => {
  const tenant = await cloud.createTenant({ speed: 1, awanio: { projects: 0 } });
  const of = orgOf(tenant);
  await openWithAccount(page, tenant, paths.topUp(of, { amount: '150000' }));
  await page
    .context()
    .addCookies([{ name: 'nusa.locale', value: 'id', url: new URL(page.url()).origin }]);
  await page.goto(paths.topUp(of, { amount: '150000' }));
  await hydrated(page);
  await expect(page.getByLabel('Jumlah', { exact: true })).toHaveValue('150000');
  await page.getByRole('radio', { name: /QRIS/ }).check();
  await expectAccessible(page);
  await press(page.getByRole('button', { name: /^Lanjutkan: Rp150.000/ }));
  await state(page, 'Menunggu pembayaran');
  const code = page.getByRole('img', { name: 'Kode QR untuk membayar' });
  await expect(code).toBeVisible();
  const { id, qr } = await page.evaluate(async () => {
    const [, org, , , id] = location.pathname.split('/').slice(1);
    const answer = await fetch(`/api/payments/organizations/${org}/${id}`);
    return (await answer.json()) as { id: string; qr: string };
  });
  expect(await readCode(page, await code.screenshot())).toBe(qr);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Simpan sebagai gambar' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe(`qr-${id}.png`);
  expect(await readCode(page, readFileSync(await saved.path()))).toBe(qr);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/^Terbilang/)).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
  await cloud.clock(tenant, { advanceSeconds: 3_600 });
  await state(page, 'Kedaluwarsa');
});

test('a voucher says exactly why it is refused, and a suspended organization may pay', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ awanio: { projects: 0, balance: 10_000 } });
  await cloud.suspendOrganization(tenant);
  await openWithAccount(page, tenant, paths.topUp(orgOf(tenant)));
  await hydrated(page);
  const code = page.getByLabel('Code', { exact: true });
  const redeem = async (text: string) => {
    await code.fill(text);
    await page.getByRole('button', { name: 'Redeem' }).click();
  };
  for (const [text, reason] of [
    ['NUSA-2024', 'This voucher has ended.'],
    ['NUSA-2099', "This voucher isn't valid yet."],
    ['NUSA-SETIA', 'This voucher needs a larger balance or top-up first.'],
    ['NUSA-0', 'There is no voucher with this code. Check each letter and digit.'],
  ] as const) {
    await redeem(text);
    await expect(page.getByText(reason)).toBeVisible();
  }
  await redeem(' nusa50 ');
  await expect(
    page.getByRole('region', { name: 'Notices' }).getByText('The voucher was redeemed'),
  ).toBeVisible();
  await redeem('NUSA50');
  await expect(page.getByText('This voucher is used already.')).toBeVisible();
  await page.getByLabel('Amount', { exact: true }).fill('Rp49.999');
  await page.getByRole('button', { name: /^Continue with/ }).click();
  await expect(page.getByText('Enter Rp50.000 or more.')).toBeVisible();
  await ask(page, /BCA VA/, '50000');
  await state(page, 'Waiting for payment');
});

test('a card is paid on the payment company’s own page, and charged back later', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ speed: 1, dewavps: { instances: 0 } });
  await open(page, tenant, paths.vpsBilling(account));
  const main = page.getByRole('main');
  await press(main.getByRole('link', { name: 'Top up', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: 'Top up' })).toBeVisible();
  await ask(page, /Credit Card/, '200000');
  await state(page, 'Waiting for payment');
  await expect(main.getByRole('textbox')).toHaveCount(0); // nothing here asks for a card
  await expect(page.locator('[data-number]')).toHaveCount(0);
  const paying = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open the payment page' }).click();
  const gateway = await paying;
  await gateway.getByRole('button', { name: 'Pay', exact: true }).click();
  await state(page, 'Paid');
  await gateway.getByRole('button', { name: 'Chargeback' }).click();
  // A status is believed for three seconds, however often it is asked for.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/then taken back by the bank or card company/)).toBeVisible();
  }).toPass();
});

test('says at its field what is refused, and claims nothing while the gateway is down', async ({
  page,
}) => {
  const tenant = await cloud.createTenant({ speed: 1, dewavps: { instances: 0 } });
  await open(page, tenant, paths.topUp(vps));
  await hydrated(page);
  const amount = page.getByLabel('Amount', { exact: true });
  const method = (name: RegExp) => page.getByRole('radio', { name });
  const pay = () => press(page.getByRole('button', { name: /^(Pay|Continue with) Rp/ }));
  await amount.fill('100000');
  await method(/Indomaret/).check();
  for (const [typed, words] of [
    ['60000,5', 'Enter a whole number, without decimals.'],
    ['60.000', 'This could be two numbers. Write 60000 or 1,000.'],
  ] as const) {
    await amount.fill(typed);
    await amount.press('Enter');
    await expect(page.getByText(words)).toBeVisible();
  }
  await amount.fill('Rp6.000.000,00');
  await pay();
  await expect(page.getByText('Maximum payment is 5000000.').first()).toBeVisible();
  // A method is withdrawn after it was chosen.
  await amount.fill('60,000');
  await method(/BSI VA/).check();
  await cloud.gateway(tenant, { withdrawn: ['BV'] });
  await pay();
  await expect(page.getByText('Payment method is not available.').first()).toBeVisible();
  await expect(method(/BSI VA/)).toHaveCount(0);
  await pay();
  await expect(page.getByText(/^The provider doesn't offer this method now/)).toBeVisible();
  expect(await cloud.payments(tenant)).toEqual([]);
  // The gateway fails, so nobody knows what became of the request; what was typed stays.
  await method(/BCA VA/).check();
  await cloud.gateway(tenant, { down: true });
  await pay();
  const note = page.getByRole('alert').filter({ hasText: "We don't know yet" });
  await expect(note).toContainText('The payment gateway is not available.');
  await expect(amount).toHaveValue('60,000');
  await cloud.gateway(tenant, {});
  await amount.fill('70,000'); // of another amount nothing was asked for
  await expect(note).toHaveCount(0);
  await amount.fill('60,000');
  // The session ends in between.
  await cloud.fault(tenant, { ref: 'D87', kind: 'expire', times: 1 });
  await note.getByRole('button', { name: 'I have checked: make a new payment' }).click();
  await signInAgain(page, tenant);
  await expect(page.getByRole('heading', { level: 1, name: 'Payment of Rp60.000' })).toBeVisible();
  expect(await cloud.payments(tenant)).toMatchObject([{ amount: 60_000 }]);
});
