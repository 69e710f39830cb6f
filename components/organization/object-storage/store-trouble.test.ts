import { expect, it } from 'vitest';
import type { Problem } from '@/lib/problem';
import { storeTroubleOf, wantsKey } from './store-trouble';

const told = (of: Partial<Problem>) =>
  storeTroubleOf({ code: 'bad_input', status: 422, message: '', ...of });

it('names what is wrong between the console and the storage', () => {
  expect(told({ fields: { secret_key: ['wrong_key'] } })).toBe('wrongKey');
  expect(told({ fields: { access_key: ['unknown_key'] } })).toBe('unknownKey');
  expect(told({ fields: { access_key: ['other_store'] } })).toBe('otherStore');
  expect(told({ code: 'backend_error', storage: 'RequestTimeTooSkewed' })).toBe('clock');
  expect(told({ code: 'not_found', storage: 'NoSuchBucket' })).toBe('bucketGone');
  expect(told({ code: 'no_access', storage: 'AccessDenied' })).toBe('notAllowed');
  expect(told({ code: 'conflict', storage: 'NoKey' })).toBe('noKey');
  expect(told({ code: 'backend_unreachable' })).toBe('unreachable');
  expect(told({ code: 'not_configured' })).toBe('notSet');
});

it('leaves other problems to their own words', () => {
  expect(told({ code: 'no_access' })).toBeNull(); // the console's own refusal
  expect(told({ code: 'backend_error', storage: 'InternalError' })).toBeNull();
  expect(told({ fields: { access_key: ['too_many_keys'] } })).toBeNull();
});

it('knows where another key may help', () => {
  expect(wantsKey('wrongKey')).toBe(true);
  expect(wantsKey('clock')).toBe(false);
  expect(wantsKey(null)).toBe(false);
});
