/** Makes deposits: payments into a DewaVPS account. */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import { credit, depositsOf, keepAtGateway, totalOf } from '../gateway/deposits';
import type { Deposit } from '../gateway/deposits';
import { keepPayment, numberFor } from '../gateway/gateway';
import type { Inquiry } from '../gateway/gateway';
import { merchantOfTenant } from '../gateway/merchants';
import { feeOn, methods } from '../gateway/methods';
import type { MethodName } from '../gateway/methods';
import { qrisText } from '../gateway/qris';
import { settingsOf } from '../gateway/settings';
import { signInquiry } from '../gateway/signature';
import { hour } from '../ledger';
import { taxOf, vatPercent } from '../tax';
import { isoDay } from './text';

/** The time in which a deposit can be paid. */
const payable = 24 * hour;

/** The least rupiah of a deposit, tax and fee apart. */
export const minimumDeposit = 10_000;

/** What is paid on top of an amount. */
function additionsTo(amount: number, method: (typeof methods)[number]) {
  const vat = taxOf(amount, vatPercent);
  return { vat, fee: feeOn(method, amount + vat) };
}

/** What a deposit is made of; `amount` is rupiah without tax and fee. */
interface Wanted {
  at: number;
  amount: number;
  method?: MethodName | undefined;
  description?: string | undefined;
}

/** A deposit that waits, not kept yet. */
export function newDeposit(cloud: Cloud, account: string, of: Wanted) {
  const id = randomUUID();
  const method = methods.find(({ name }) => name === of.method) ?? methods[0];
  const parts = { amount: of.amount, ...additionsTo(of.amount, method) };
  const [year, month] = isoDay(of.at).split('-');
  const count = depositsOf(cloud.store, account).length + 1;
  const deposit: Deposit & { order_number: string } = {
    id,
    account_id: account,
    number: `INV/${year}/${month}/${String(count).padStart(4, '0')}`,
    description: of.description ?? 'Top up',
    ...parts,
    method: method.name,
    va_number: numberFor(method),
    qr_string: method.kind === 'qris' ? qrisText(totalOf(parts), id.slice(-12)) : null,
    created_at: of.at,
    expires_at: of.at + payable,
    paid_at: null,
    ended: null,
    order_number: id,
    merchant_code: null,
    reference: null,
  };
  return deposit;
}

/** The signed request for a deposit's payment. */
export function inquiryFor(
  cloud: Cloud,
  tenantId: string,
  deposit: Deposit,
  phone?: string | null,
): Inquiry {
  const merchant = merchantOfTenant(cloud, tenantId, 'dewavps');
  const total = totalOf(deposit);
  return {
    merchantCode: merchant.code,
    paymentAmount: total,
    paymentMethod: methods.find(({ name }) => name === deposit.method)?.code ?? '',
    merchantOrderId: deposit.id,
    productDetails: `${deposit.description} ${deposit.number}`,
    phoneNumber: phone ?? undefined,
    callbackUrl: `http://${cloud.pictureHost}/dewavps/callback/duitku`,
    returnUrl: settingsOf(cloud.store, tenantId).returnUrl,
    expiryPeriod: payable / 60_000,
    signature: signInquiry(merchant, deposit.id, total),
  };
}

/**
 * Keeps a deposit that was asked for at an instant. If it is paid, which it is at once, it is added to the balance;
 * otherwise it waits at the gateway.
 */
export function keepDeposit(
  cloud: Cloud,
  account: string,
  of: Wanted & { paid: boolean },
): Deposit {
  const deposit = newDeposit(cloud, account, of);
  const { store } = cloud;
  if (of.paid) {
    store.insert('deposits', { ...deposit });
    credit(cloud, deposit, of.at);
    return { ...deposit, paid_at: of.at };
  }
  const tenantId = account.replace('dewavps:', '');
  const merchant = merchantOfTenant(cloud, tenantId, 'dewavps');
  const inquiry = inquiryFor(cloud, tenantId, deposit);
  return keepAtGateway(store, deposit, keepPayment(cloud, merchant, inquiry, of.at));
}
