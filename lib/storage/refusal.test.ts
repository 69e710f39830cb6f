import { describe, expect, it } from 'vitest';
import { problem } from '@/lib/problem';
import { storageErrorName, storageProblem } from './refusal';

const refused = (name: string, httpStatusCode?: number) =>
  Object.assign(new Error('The signed text was secret.'), {
    name,
    $metadata: httpStatusCode === undefined ? {} : { httpStatusCode },
  });

describe('storageProblem', () => {
  it.each([
    ['AccessDenied', 403, 'no_access'],
    ['NoSuchBucket', 404, 'not_found'],
    ['RequestTimeTooSkewed', 403, 'backend_error'],
    ['SlowDown', 503, 'too_many_requests'],
    ['BucketNotEmpty', 409, 'conflict'],
    ['SomethingNew', 500, 'backend_error'],
    ['SomethingNew', 403, 'no_access'],
    ['SomethingNew', 400, 'backend_unreadable'],
  ])(
    'tells %s of %d as %s, with the name and without the store’s sentence',
    (name, status, code) => {
      const { problem: told } = storageProblem(refused(name, status));
      expect(told).toMatchObject({ code, storage: name });
      expect(JSON.stringify(told)).not.toContain('secret');
    },
  );

  it('tells a store that doesn’t answer from one that refuses', () => {
    expect(storageProblem(refused('Error')).problem.code).toBe('backend_unreachable');
    expect(storageProblem(refused('TimeoutError')).problem.code).toBe('backend_timeout');
    const late = storageProblem(refused('Error'), undefined, AbortSignal.abort());
    expect(late.problem.code).toBe('backend_timeout');
    expect(storageErrorName(refused('Error'))).toBeUndefined();
  });

  it('keeps a problem, and tells a request that its page gave up', () => {
    const own = problem('not_configured', 501, 'No endpoint.');
    expect(storageProblem(own)).toBe(own);
    expect(storageProblem(refused('AbortError'), AbortSignal.abort()).problem.code).toBe(
      'cancelled',
    );
  });
});
