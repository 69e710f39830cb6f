import { expect, it } from 'vitest';
import type { Problem } from '@/lib/problem';
import { storeTroubleOf } from './store-trouble';

const told = (of: Partial<Problem>) =>
  storeTroubleOf({ code: 'bad_input', status: 422, message: '', ...of });

it('names what is wrong between the console and the storage', () => {
  expect(told({ fields: { secret_key: ['wrong_key'] } })).toBe('wrongKey');
  expect(told({ fields: { access_key: ['unknown_key'] } })).toBe('revokedKey');
  expect(told({ fields: { access_key: ['other_store'] } })).toBe('otherStore');
  expect(told({ backendMessage: 'RequestTimeTooSkewed: The difference is too large' })).toBe(
    'clock',
  );
  expect(told({ message: 'The storage answered NoSuchBucket.' })).toBe('bucketGone');
  expect(told({ code: 'backend_unreachable', status: 502 })).toBe('unreachable');
  expect(told({ code: 'internal', status: 500 })).toBeNull();
});
