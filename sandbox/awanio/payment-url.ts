/**
 * Where A51 says the address of the payment page. The documentation's sample has none, so a tenant's answers have it in
 * one of the places where it was seen, or nowhere.
 */
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { payPageOf } from '../gateway/deposits';
import type { Deposit } from '../gateway/deposits';

/** `payment_url` and `paymentUrl` stand beside the amount, `meta` has `payment_url` inside, `none` says nothing. */
export const paymentUrlPlaces = ['payment_url', 'paymentUrl', 'meta', 'none'] as const;
export type PaymentUrlPlace = (typeof paymentUrlPlaces)[number];

const keyOf = (tenantId: string) => `payment url ${tenantId}`;

/** Sets the place for a new tenant. */
export function setPaymentUrlPlace(store: Store, tenantId: string, place: PaymentUrlPlace): void {
  store.insert('meta', { name: keyOf(tenantId), value: place });
}

/** The part of an answer with the address, and with the text of the QR code, for which no field is documented. */
export function paymentUrlOf(cloud: Cloud, tenantId: string, deposit: Deposit) {
  const sql = 'select value from meta where name = ?';
  const place = cloud.store.get<{ value: PaymentUrlPlace }>(sql, keyOf(tenantId))?.value ?? 'meta';
  const url = payPageOf(cloud, deposit);
  if (place === 'none') return { meta: null };
  const code = deposit.qr_string === null ? {} : { qr_string: deposit.qr_string };
  if (place === 'meta') return { meta: { payment_url: url, ...code } };
  return { [place]: url, meta: deposit.qr_string === null ? null : code };
}
