/** Sends the gateway's callbacks: forms, signed by the merchant's key, posted to the address of the merchant's order. */
import type { Cloud } from '../cloud';
import type { Merchant, Payment } from './gateway';
import { settingsOf } from './settings';
import { signCallback } from './signature';

/** The answer to a callback; status 0 is none, as to an address that is not the sandbox's own. */
export interface CallbackAnswer {
  status: number;
  text: string;
}

/** What the control API changes in a callback: another amount, another key. */
export interface Changed {
  amount?: string | undefined;
  key?: string | undefined;
  merchantCode?: string | undefined;
}

/** The callback of a payment. @param resultCode `00` paid, `01` failed, `02` past its end */
export function callbackOf(
  cloud: Cloud,
  payment: Payment,
  resultCode: string,
  changed: Changed = {},
): URLSearchParams {
  const { store } = cloud;
  const sql = 'select * from merchants where code = ?';
  const merchant = store.get<Merchant>(sql, payment.merchant_code);
  if (!merchant) throw new Error(`no merchant ${payment.merchant_code}`);
  const { form } = settingsOf(store, payment.tenant_id);
  const code = changed.merchantCode ?? merchant.code;
  const signer = { code, key: changed.key ?? merchant.key, form };
  const amount = changed.amount ?? String(payment.amount + payment.fee);
  return new URLSearchParams({
    merchantCode: code,
    amount,
    originalAmount: String(payment.amount),
    fee: String(payment.fee),
    merchantOrderId: payment.order_number,
    productDetail: payment.product,
    additionalParam: '',
    paymentCode: payment.method,
    resultCode,
    merchantUserId: '',
    reference: payment.reference,
    signature: signCallback(signer, payment.order_number, amount),
    publisherOrderId: payment.reference.slice(-16),
    settlementDate: new Date(payment.created_at).toISOString().slice(0, 10),
    issuerCode: '93600000',
  });
}

/** Posts a callback, once. It goes nowhere but to the sandbox itself, whatever a merchant's address is. */
export async function send(
  cloud: Cloud,
  { callback_url }: Payment,
  form: URLSearchParams,
): Promise<CallbackAnswer> {
  if (!URL.canParse(callback_url) || new URL(callback_url).host !== cloud.pictureHost)
    return { status: 0, text: '' };
  try {
    const answer = await fetch(callback_url, { method: 'POST', body: form, redirect: 'manual' });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return { status: 0, text: '' };
  }
}
