import { expect, it } from 'vitest';
import { problem, type ProblemCode } from '@/lib/problem';
import { voucherReason } from './voucher-reason';

const of = (code: ProblemCode, backendMessage?: string, more = {}) =>
  voucherReason(problem(code, 422, 'no', { backendMessage, ...more }).problem);

it('tells why a voucher was refused', () => {
  expect([
    of('not_found', 'VOUCHER NOT FOUND'),
    of('conflict', 'VOUCHER IS ALREADY USED'),
    of('bad_input', 'VOUCHER IS PAST ITS END'),
    of('bad_input', 'VOUCHER IS NOT VALID YET'),
    of('conflict', 'VOUCHER IS USED BY ANOTHER ORGANIZATION'),
    of('bad_input', 'VOUCHER NEEDS TOP UPS OF 500000'),
    of('bad_input', 'VOUCHER IS ONLY FOR THE FIRST TOP UP'),
    of('no_access', 'ORGANIZATION IS SUSPENDED'),
    of('bad_input', 'ANOTHER RULE'),
    of('not_found'),
  ]).toEqual([
    'unknown',
    'used',
    'over',
    'early',
    'taken',
    'minimum',
    'first',
    'suspended',
    'other',
    'unknown',
  ]);
  expect(of('backend_timeout', undefined, { outcome: 'unknown' })).toBeNull();
});
