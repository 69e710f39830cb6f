import { describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import a21 from '@/lib/contract/fixtures/awanio/A21.json';
import { memberWith } from './testing';
import { changedMeanwhile, idOf, keepsAdmin, nameOf, projectMembers } from './member';

const admin = (id: string, more: Parameters<typeof memberWith>[1] = {}) =>
  memberWith(id, { user_level: 1, ...more });

describe('keepsAdmin', () => {
  const all = [admin('a'), memberWith('m'), admin('off', { users: { status: 'inactive' } })];
  it('needs another admin who can sign in', () => {
    expect(keepsAdmin(all, ['a'])).toBe(false);
    expect(keepsAdmin([...all, admin('b')], ['a'])).toBe(true);
    expect(keepsAdmin([...all, admin('b')], ['a', 'b'])).toBe(false);
  });
  it('lets members and inactive admins go', () => {
    expect(keepsAdmin(all, ['m'])).toBe(true);
    expect(keepsAdmin(all, ['off'])).toBe(true);
  });
});

describe('changedMeanwhile', () => {
  it('finds another level, another time and who is gone', () => {
    const shown = [memberWith('a'), memberWith('b'), memberWith('c'), memberWith('d')];
    const now = [
      memberWith('a'),
      memberWith('b', { user_level: 1 }),
      memberWith('c', { updated_at: '2026-02-02T00:00:00.000Z' }),
    ];
    const found = changedMeanwhile(shown, now);
    expect(found.map((each) => [idOf(each.shown), each.now?.user_level])).toEqual([
      ['b', 1],
      ['c', 2],
      ['d', undefined],
    ]);
  });
});

describe('projectMembers', () => {
  const rows = readAnswer('A21', a21.answer).data;
  it('reads the documented sample', () => {
    const [first] = projectMembers(rows);
    expect(first && nameOf(first)).not.toBe('');
    expect(first?.inherits).toBeUndefined();
  });
  it("marks and adds the organization's admins", () => {
    const [first] = projectMembers(rows);
    const known = first ? idOf(first) : '';
    const all = projectMembers(rows, [admin(known), admin('boss'), memberWith('m')]);
    expect(all.map((row) => [idOf(row), row.inherits ?? false, row.unlisted ?? false])).toEqual([
      [known, true, false],
      ...projectMembers(rows)
        .slice(1)
        .map((row) => [idOf(row), false, false]),
      ['boss', true, true],
    ]);
  });
});
