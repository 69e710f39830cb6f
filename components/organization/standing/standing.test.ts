import { expect, it } from 'vitest';
import { problem, type ProblemError } from '@/lib/problem';
import { merged, openProjects, standing, type ProjectScope } from './standing';

const project = (name: string, more: Partial<ProjectScope> = {}): ProjectScope => ({
  kind: 'project',
  key: `p/${name}`,
  label: name,
  href: `/o/kopi/p/${name}`,
  machines: true,
  group: { org: 'kopi', project: name },
  organizationName: 'Kopi',
  role: 'admin',
  ...more,
});
const answer = (rows: object[] | undefined, error: ProblemError | null = null) => ({
  data: rows && { data: rows },
  error,
  isFetching: false,
  refetch: () => null,
});

it('finds the projects of an organization, and none in a project', () => {
  const elsewhere = project('lain', { group: { org: 'teh', project: 'lain' } });
  const scopes = [project('toko'), elsewhere];
  expect(openProjects(scopes, { org: 'kopi' })).toEqual([scopes[0]]);
  expect(openProjects(scopes, { org: 'kopi', project: 'toko' })).toEqual([]);
});

it('counts what stands in each project, and names those that failed', () => {
  const projects = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => project(name));
  const row = { uuid: '1' };
  const refused = problem('no_access', 403, '');
  const limit = problem('too_many_requests', 429, '');
  const stands = standing(projects, [
    answer([row]),
    answer(undefined, refused),
    answer(undefined, limit),
    answer(undefined),
    answer([], refused),
    answer([], limit),
  ]);
  expect(stands.rows).toEqual([row]);
  expect(stands.places.get(row)?.label).toBe('a');
  expect([...stands.counts.values()]).toEqual([1, 0, 0]);
  expect(stands).toMatchObject({ reading: 2, limited: true });
  expect(stands.failed.map(({ names }) => names)).toEqual([['b', 'e']]);
});

it('shows what two answers have once, in its project', () => {
  const id = ({ uuid }: { uuid: string }) => uuid;
  const own = [{ uuid: '1' }, { uuid: '2' }];
  const theirs = { uuid: '2' };
  expect(merged(own, [], id)).toBe(own);
  const rows = merged(own, [theirs], id);
  expect(rows.map(id)).toEqual(['1', '2']);
  expect(rows[1]).toBe(theirs);
});
