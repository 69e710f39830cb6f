/**
 * The signatures of Duitku's messages: the values one after another without separators, then hashed together with the
 * merchant's key. The result of a payment is not among the signed values (contract/api.md 4.7).
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** `md5` is the documented form, the merchant's key as the last value; `hmac-sha256` is the newer one. */
export const signatureForms = ['md5', 'hmac-sha256'] as const;
export type SignatureForm = (typeof signatureForms)[number];

/** A merchant of the gateway, as both sides know it. */
export interface Signer {
  code: string;
  key: string;
  form: SignatureForm;
}

function sign(values: string, { key, form }: Signer, old: 'md5' | 'sha256' = 'md5'): string {
  return form === 'md5'
    ? createHash(old).update(`${values}${key}`).digest('hex')
    : createHmac('sha256', key).update(values).digest('hex');
}

/** Signs a request for a payment: order before amount. Amounts are rupiah as they are sent. */
export const signInquiry = (by: Signer, order: string, amount: string | number) =>
  sign(`${by.code}${order}${amount}`, by);

/** Signs a callback: amount before order. */
export const signCallback = (by: Signer, order: string, amount: string | number) =>
  sign(`${by.code}${amount}${order}`, by);

/** Signs a question for the status of an order. */
export const signStatus = (by: Signer, order: string) => sign(`${by.code}${order}`, by);

/** Signs a question for the methods; `datetime` is `2026-01-31 10:00:00`. The old form of this one is SHA-256. */
export const signMethods = (by: Signer, amount: string | number, datetime: string) =>
  sign(`${by.code}${amount}${datetime}`, by, 'sha256');

/** Compares two signatures in a time that tells nothing of where they differ. */
export function sameSignature(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given.toLowerCase()), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
