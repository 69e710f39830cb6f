/** What is known of the things that stand in an organization's projects. */
import type { Scope } from '@/components/parts/shell/scopes';
import type { GroupScope } from '@/lib/paths';
import type { Problem, ProblemError } from '@/lib/problem';

/** A project of the person. */
export type ProjectScope = Scope & { kind: 'project' };

/** The projects of an organization that the person can open; none in a project. */
export function openProjects(
  scopes: readonly Scope[],
  { org, project }: GroupScope,
): readonly ProjectScope[] {
  if (project !== undefined) return [];
  return scopes.filter(
    (scope): scope is ProjectScope => scope.kind === 'project' && scope.group.org === org,
  );
}

/** The answer about one project, as React Query gives it. */
export interface ProjectAnswer<Item> {
  data: { data: readonly Item[] } | undefined;
  error: ProblemError | null;
  isFetching: boolean;
  refetch: () => unknown;
}

/** Projects that failed for the same reason. */
export interface Failed {
  problem: Problem;
  names: readonly string[];
  again: () => void;
  retrying: boolean;
}

export interface Stands<Item> {
  /** The rows of all projects that were read, in the order of the projects. */
  rows: readonly Item[];
  /** The project of a row. */
  places: ReadonlyMap<Item, ProjectScope>;
  /** How many things stand in each project that was read. */
  counts: ReadonlyMap<ProjectScope, number>;
  /** Projects whose answer is still to come, those that wait for the limit of calls too. */
  reading: number;
  /** Whether some of them wait for the limit. */
  limited: boolean;
  failed: readonly Failed[];
}

/** Sorts the answers about projects. @param answers one for each project, in their order */
export function standing<Item>(
  projects: readonly ProjectScope[],
  answers: readonly ProjectAnswer<Item>[],
): Stands<Item> {
  const places = new Map<Item, ProjectScope>();
  const counts = new Map<ProjectScope, number>();
  const failed = new Map<
    string,
    { problem: Problem; names: string[]; answers: ProjectAnswer<Item>[] }
  >();
  let reading = 0;
  let limited = false;
  for (const [index, answer] of answers.entries()) {
    const project = projects[index];
    if (!project) continue;
    const { data, error } = answer;
    const problem = error?.problem;
    if (data) {
      counts.set(project, data.data.length);
      for (const row of data.data) places.set(row, project);
    }
    const waits = !problem || problem.code === 'too_many_requests';
    if (waits && !data) {
      reading += 1;
      limited ||= problem !== undefined;
    }
    if (!waits) {
      const same = failed.get(problem.code) ?? { problem, names: [], answers: [] };
      same.names.push(project.label);
      same.answers.push(answer);
      failed.set(problem.code, same);
    }
  }
  return {
    rows: [...places.keys()],
    places,
    counts,
    reading,
    limited,
    failed: [...failed.values()].map(({ problem, names, answers: of }) => ({
      problem,
      names,
      again: () => of.forEach(({ refetch }) => void refetch()),
      retrying: of.some(({ isFetching }) => isFetching),
    })),
  };
}

/**
 * The rows of a list and those of its projects. What both answers have stands in the project, once.
 * @returns `own` itself if there are no others
 */
export function merged<Item extends object>(
  own: readonly Item[],
  more: readonly Item[],
  id: (row: Item) => string,
): readonly Item[] {
  if (more.length === 0) return own;
  const elsewhere = new Set(more.map(id));
  return [...own.filter((row) => !elsewhere.has(id(row))), ...more];
}

/** What the line above a list knows of its organization's projects. */
export interface StandingLineProps {
  /** The same list of another place. */
  page: (place: GroupScope) => string;
  projects: readonly ProjectScope[];
  stands: Stands<unknown>;
  /** Whether the projects were asked for. */
  asked: boolean;
  /** Whether their things are in the list. */
  shown: boolean;
  /** Things in them that the organization's own list doesn't have, as far as it is known. */
  more: number;
  onShow: () => Promise<void>;
  onHide: () => void;
}
