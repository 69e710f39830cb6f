// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { readLasting } from '@/lib/query/storage';
import { endsIn, keepEnd, standing } from './kubeconfigs';

it('keeps only the end of each cluster’s last certificate', () => {
  keepEnd('awanio:a', 'one', '2026-01-01T00:00:00.000Z');
  keepEnd('awanio:a', 'two', '2027-01-01T00:00:00.000Z');
  keepEnd('awanio:a', 'one', '2028-01-01T00:00:00.000Z');
  expect(endsIn(readLasting('awanio:a', 'kubeconfigs'))).toEqual({
    one: '2028-01-01T00:00:00.000Z',
    two: '2027-01-01T00:00:00.000Z',
  });
  expect(endsIn({ one: 3, two: 'soon' })).toEqual({});
  expect(endsIn(null)).toEqual({});
});

it('warns from 30 days before, and never calls an ended one valid', () => {
  const now = Date.parse('2026-06-01T00:00:00Z');
  expect(standing('2026-07-02T00:00:00Z', now)).toEqual({ state: 'valid', days: 31 });
  expect(standing('2026-07-01T00:00:00Z', now)).toEqual({ state: 'soon', days: 30 });
  expect(standing('2026-06-01T00:00:00Z', now)).toEqual({ state: 'ended', days: 0 });
});
