import { describe, expect, it } from 'vitest';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { troubleOf } from './trouble';

const failed = (code: ProblemCode) => new ProblemError({ code, status: 500, message: '' });

describe('troubleOf', () => {
  it('shows no limit that stops a refresh, and every other problem', () => {
    const data = { rows: [] };
    expect(troubleOf({ data, error: failed('too_many_requests') })).toBeNull();
    expect(troubleOf({ data, error: failed('backend_error') })?.code).toBe('backend_error');
    expect(troubleOf({ data, error: null })).toBeNull();
  });

  it('shows a limit where there is no answer, and the server’s problem until the browser has read', () => {
    const limit = failed('too_many_requests');
    expect(troubleOf({ data: undefined, error: limit })).toBe(limit.problem);
    const told = failed('no_access').problem;
    expect(troubleOf({ data: undefined, error: null }, told)).toBe(told);
  });
});
