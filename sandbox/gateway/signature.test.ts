import { expect, it } from 'vitest';
import { sameSignature, signCallback, signInquiry, signMethods, signStatus } from './signature';

const merchant = { code: 'D0010', key: 'testkey', form: 'md5' } as const;

it('signs as the gateway documents it', () => {
  expect(signInquiry(merchant, 'abcde12345', 150_000)).toBe('9c4f71c9c98af2b28f23e90d55b70642');
  expect(signCallback(merchant, 'abcde12345', '150000')).toBe('034c5ba4b97dff8cf7bc92f0ca76ca4c');
  expect(signStatus(merchant, 'abcde12345')).toMatch(/^[0-9a-f]{32}$/);
  expect(signMethods(merchant, 10_000, '2026-01-31 10:00:00')).toMatch(/^[0-9a-f]{64}$/);
});

it('signs by HMAC in the newer form, so that nothing of the old one is accepted', () => {
  const newer = { ...merchant, form: 'hmac-sha256' } as const;
  const signature = signCallback(newer, 'abcde12345', 150_000);
  expect(signature).toMatch(/^[0-9a-f]{64}$/);
  expect(sameSignature(signature.toUpperCase(), signature)).toBe(true);
  expect(sameSignature(signCallback(merchant, 'abcde12345', 150_000), signature)).toBe(false);
  expect(sameSignature('', signature)).toBe(false);
});
