// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { ReadRef } from '@/lib/contract';
import type { Input, Result } from '@/lib/contract/types';
import { problem } from '@/lib/problem';
import { createOnce } from './create-once';
import { creationOf } from './creations';

const start = Date.parse('2026-11-28T08:00:00Z');
const created_at = new Date(start).toISOString();

type Creating = 'A05' | 'A14';

/** Sends a creation whose answer is lost, while `list` has these rows after it and `before` was on the page. */
function lose<R extends Creating>(ref: R, input: Input<R>, list: object[], before: object[] = []) {
  const asked: ReadRef[] = [];
  const found = createOnce(ref, input, {
    identity: 'me',
    account: undefined,
    now: () => start,
    wait: () => Promise.resolve(),
    cached: () => [{ data: before }],
    read: ((read: ReadRef) => {
      asked.push(read);
      return Promise.resolve({ data: list });
    }) as never,
    send: () =>
      Promise.reject(problem('backend_timeout', 504, 'late', { ref, outcome: 'unknown' })),
  });
  return { found, asked };
}

beforeEach(() => localStorage.clear());

describe('creations', () => {
  it('finds an organization in A06 by its name, and not one that was there before', async () => {
    const old = { uuid: 'o1', name: 'Toko', created_at };
    const made = { uuid: 'o2', name: 'Toko', created_at };
    const input: Input<'A05'> = { body: { name: 'Toko' } };
    const { found, asked } = lose('A05', input, [old, made], [old]);
    await expect(found).resolves.toEqual(made);
    expect(asked).toEqual(['A06']);
  });

  it('finds a project in A15 by its name and organization', async () => {
    const elsewhere = { uuid: 'p1', name: 'Web', created_at, organization: { uuid: 'o1' } };
    const made = { uuid: 'p2', name: 'Web', created_at, organization: { uuid: 'o2' } };
    const input: Input<'A14'> = { body: { name: 'Web', organization_uuid: 'o2' } };
    const { found, asked } = lose('A14', input, [elsewhere, made]);
    await expect(found).resolves.toEqual(made);
    expect(asked).toEqual(['A15']);
  });

  it('takes the id of a project from an answer that names it, and knows none from the documented one', () => {
    const made = creationOf('A14')?.made;
    expect(made?.(null as unknown as Result<'A14'>)).toBeNull();
    expect(made?.({ uuid: 'p3' } as Result<'A14'>)).toBe('p3');
  });
});
