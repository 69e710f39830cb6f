import { describe, expect, it } from 'vitest';
import { withMemberFields } from './member-fields';

const input = { body: { name: 'Web', project_member_added: [], project_members_deleted: [] } };

describe('withMemberFields', () => {
  it.each(['/v2', '/api/v10'])('gives A17 the plural names at %s', (path) =>
    expect(withMemberFields('A17', input, path).body).toEqual({
      name: 'Web',
      project_members_added: [],
      project_members_deleted: [],
    }),
  );
  it.each(['', '/v1', '/v2/old'])('keeps the documented names at %j', (path) =>
    expect(withMemberFields('A17', input, path)).toBe(input),
  );
  it('leaves other operations alone', () =>
    expect(withMemberFields('A14', input, '/v2')).toBe(input));
});
