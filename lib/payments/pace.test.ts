import { describe, expect, it } from 'vitest';
import { statusWait } from './pace';
import { kindOf, paymentState, totalOf, wantsPhone } from './payment';

const now = Date.parse('2026-11-28T10:00:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

describe('statusWait', () => {
  it('asks less often the older the payment is, and never sooner than the backend allows', () => {
    const wait = (minutes: number, retryAfter = 0) =>
      statusWait({ state: 'waiting', created: ago(minutes) }, retryAfter, now);
    expect([wait(1), wait(10), wait(60)]).toEqual([5_000, 10_000, 30_000]);
    expect(wait(1, 40)).toBe(40_000);
    expect(statusWait({ state: 'waiting', created: null }, 0, now)).toBe(10_000);
  });

  it('goes on slowly after it is paid, and stops where nothing can change', () => {
    expect(statusWait({ state: 'paid', created: ago(1) }, 0, now)).toBe(120_000);
    expect(statusWait({ state: 'expired', created: ago(1) }, 0, now)).toBe(false);
    expect(statusWait(null)).toBe(15_000);
  });
});

describe('payments', () => {
  it('reads the words of backends', () => {
    const words = [
      'PENDING',
      null,
      'Success',
      'not_paid',
      'EXPIRED',
      'Charge Back',
      'REFUNDED',
      'x',
    ];
    expect(words.map(paymentState)).toEqual([
      'waiting',
      'waiting',
      'paid',
      'waiting',
      'expired',
      'charged-back',
      'refunded',
      'unknown',
    ]);
  });

  it('knows the kinds of methods by code, else by name', () => {
    const given = [
      ['BC', 'BCA'],
      ['sp', 'ShopeePay'],
      ['VC', 'Kartu'],
      ['IR', null],
      [null, 'QRIS'],
      ['X9', 'Alfamart'],
      ['X9', 'Tokopedia'],
    ] as const;
    expect(given.map(([code, name]) => kindOf(code, name))).toEqual([
      'va',
      'qris',
      'card',
      'retail',
      'qris',
      'retail',
      'other',
    ]);
    expect([wantsPhone('OV', null), wantsPhone('BC', 'BCA')]).toEqual([true, false]);
  });

  it('adds up a total only where the fee is known', () => {
    const facts = { amount: 100_000, fee: 4_000, tax: 11_000 } as Parameters<typeof totalOf>[0];
    expect(totalOf(facts)).toBe(115_000);
    expect(totalOf({ ...facts, fee: null })).toBeNull();
  });
});
