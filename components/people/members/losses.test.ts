import { describe, expect, it } from 'vitest';
import { lossesOf } from './losses';

describe('lossesOf', () => {
  it('names what an admin can no longer change or see as a member', () =>
    expect(lossesOf(1, 2, 'organization', null)).toEqual([
      'organizationMembers',
      'organization',
      'billing',
    ]));
  it('takes the machines from a member who becomes finance', () => {
    const lost = lossesOf(2, 3, 'organization', 3);
    expect(lost).toContain('vms');
    expect(lost).not.toContain('billing');
  });
  it('names nothing for more rights, the same, or a level that nobody knows', () => {
    expect(lossesOf(2, 1, 'project', null)).toEqual([]);
    expect(lossesOf(2, 2, 'organization', null)).toEqual([]);
    expect(lossesOf(7, 2, 'organization', 3)).toEqual([]);
  });
});
