import { expect, it } from 'vitest';
import { feeOn, methods } from './methods';
import { qrisText } from './qris';

it('takes a fee of whole rupiah that is not below the share of all that is paid', () => {
  const named = (code: string) => methods.find((method) => method.code === code) ?? methods[0];
  expect(feeOn(named('SP'), 10_000)).toBe(71);
  expect(feeOn(named('BC'), 10_000)).toBe(4000);
  for (const method of methods)
    for (const amount of [method.minimum, 123_457, method.maximum]) {
      const fee = feeOn(method, amount);
      expect(Number.isSafeInteger(fee)).toBe(true);
      const owed = method.fee + ((amount + fee) * method.share) / 10_000;
      expect(fee).toBeGreaterThanOrEqual(Math.floor(owed));
      expect(fee).toBeLessThan(owed + 2);
    }
});

it('writes a QRIS code with its checksum', () => {
  const text = qrisText(10_071, 'ABC123');
  expect(text).toMatch(/^000201010212.*5303360540510071.*6304[0-9A-F]{4}$/);
  expect(qrisText(10_072, 'ABC123').slice(-4)).not.toBe(text.slice(-4));
});
