import { describe, expect, it } from 'vitest';
import { answerWhy } from './answer';

describe('answerWhy', () => {
  it('names the roles that have the right, the one with the fewest rights first', () => {
    expect(answerWhy({ area: 'vms' }, 'organization', true)).toEqual({
      place: 'organization',
      roles: ['member', 'admin'],
    });
    expect(answerWhy({ area: 'organizationMembers' }, 'organization', true).roles).toEqual([
      'admin',
    ]);
    expect(answerWhy({ area: 'billing' }, 'organization', true).roles).toEqual([
      'finance',
      'admin',
    ]);
    expect(answerWhy({ area: 'billing' }, 'organization', false).roles).toEqual(['admin']);
  });
  it('tells in a project which rights come from the organization', () => {
    expect(answerWhy({ area: 'volumes' }, 'project', false).place).toBe('project');
    expect(answerWhy({ area: 'network' }, 'project', false).place).toBe('organization');
    expect(answerWhy({ area: 'volumes', ofOrganization: true }, 'project', false).place).toBe(
      'organization',
    );
  });
});
