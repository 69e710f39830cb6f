import { expect, it } from 'vitest';
import type { Problem } from '@/lib/problem';
import { blamedIn } from './refusal';

const told = (backendMessage: string, more: Partial<Problem> = {}): Problem => ({
  code: 'bad_input',
  status: 422,
  message: 'no',
  backendMessage,
  ...more,
});

it('finds the field of a refusal that names none', () => {
  expect(blamedIn(told('MAXIMUM PAYMENT IS 10000000'))).toBe('amount');
  expect(blamedIn(told('Minimum payment is 10000'))).toBe('amount');
  expect(blamedIn(told('Nominal terlalu kecil'))).toBe('amount');
  expect(blamedIn(told('PAYMENT METHOD IS NOT AVAILABLE'))).toBe('method');
  expect(blamedIn(told('PAYMENT METHOD NOT FOUND', { code: 'not_found' }))).toBe('method');
  expect(blamedIn(told('Metode pembayaran tidak tersedia', { code: 'conflict' }))).toBe('method');
});

it('blames no field where the problem names some, or says nothing certain', () => {
  expect(blamedIn(told('Maximum payment is 1', { fields: { phone: ['required'] } }))).toBeNull();
  expect(blamedIn(told('PAYMENT GATEWAY IS NOT AVAILABLE'))).toBeNull();
  expect(blamedIn(told('Method timed out', { code: 'backend_timeout' }))).toBeNull();
  expect(blamedIn(told('No method', { outcome: 'unknown' }))).toBeNull();
});
