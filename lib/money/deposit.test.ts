import { expect, it } from 'vitest';
import { depositState, depositTotal } from './deposit';

const now = Date.parse('2026-06-15T00:00:00Z');

it('knows the state of a deposit by its word and its end', () => {
  const of = (status: string | null, expired_at: string | null = '2026-06-16T00:00:00Z') =>
    depositState({ status, expired_at }, now);
  expect(of('SUCCESS')).toBe('paid');
  expect(of('PENDING')).toBe('waiting');
  expect(of('PENDING', '2026-06-14T00:00:00Z')).toBe('expired');
  expect(of('EXPIRED')).toBe('expired');
  expect(of('Refunded')).toBe('refunded');
  expect(of('CHARGEBACK')).toBe('charged-back');
  expect(of('in orbit')).toBe('other');
  expect(of(null)).toBe('other');
});

it('adds up what is paid, or knows no total', () => {
  expect(depositTotal({ amount: 100_000, vat: 11_000, payment_fee: 4000 })).toBe(115_000);
  expect(depositTotal({ amount: 100_000, vat: null, payment_fee: null })).toBe(100_000);
  expect(depositTotal({ amount: null, vat: 1, payment_fee: 1 })).toBeNull();
  expect(depositTotal(null)).toBeNull();
});
