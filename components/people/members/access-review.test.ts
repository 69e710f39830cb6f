import { describe, expect, it } from 'vitest';
import { csvText } from '@/components/parts/files/csv';
import { listSheet } from '@/components/parts/tables/list-sheet';
import { accessReview, reviewColumns } from './access-review';
import { memberWith } from './testing';

const words = {
  role: (level: number | null) => (level === 1 ? 'Admin' : 'Member'),
  projectOnly: 'Only in projects',
  unread: (names: string) => `Not read: ${names}`,
};
const boss = memberWith('a', { user_level: 1, users: { name: '=cmd()', last_login: null } });
const guest = memberWith('g');

describe('accessReview', () => {
  it('names each person once, with the role in each project', () => {
    const projects = [
      { name: 'Web', members: [boss, guest] },
      { name: 'Shop', members: [memberWith('g', { user_level: 1 })] },
    ];
    const rows = accessReview([boss, memberWith('b')], projects, [], words);
    expect(rows.map(({ name, role, projects: at }) => [name, role, at])).toEqual([
      ['=cmd()', 'Admin', 'Web: Admin'],
      ['Person b', 'Member', ''],
      ['Person g', 'Only in projects', 'Web: Member; Shop: Admin'],
    ]);
  });
  it('says in the file which projects are missing', () =>
    expect(accessReview([boss], [], ['Web', 'Shop'], words).at(-1)?.name).toBe(
      'Not read: Web; Shop',
    ));
  it('writes a file in which no name is a formula', () => {
    const rows = accessReview([boss], [], [], words);
    const text = csvText(
      listSheet(
        'Review',
        reviewColumns((id) => id, false),
        rows,
      ),
      'comma',
    );
    expect(text).toContain("'=cmd(),user-a,a@example.id,a,Admin,active,,2026-01-01T00:00:00.000Z");
    expect(text).not.toContain('projects');
  });
});
