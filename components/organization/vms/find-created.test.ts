import { describe, expect, it } from 'vitest';
import { newestOf } from './find-created';

const vm = (uuid: string, hostname: string | null, created_at: string | null) => ({
  uuid,
  hostname,
  created_at,
});

describe('newestOf', () => {
  it('finds the newest machine with a hostname', () => {
    const vms = [
      vm('old', 'web-01', '2026-01-01T00:00:00.000Z'),
      vm('new', 'WEB-01', '2026-02-01T00:00:00.000Z'),
      vm('other', 'web-02', '2026-03-01T00:00:00.000Z'),
      vm('nameless', null, null),
    ];
    expect(newestOf(vms, 'web-01')).toBe('new');
    expect(newestOf(vms, 'db')).toBeNull();
  });
});
