'use client';
/**
 * Where things stand: an organization's list has only what stands in the organization itself. It can show what stands
 * in its projects, too, one read a project, once a person asks for it.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useShell } from '@/components/parts/shell/context';
import { text } from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import type { Rest } from '@/components/parts/tables/use-long-list';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { ReadRef } from '@/lib/contract';
import type { Input, Row } from '@/lib/contract/types';
import type { GroupScope } from '@/lib/paths';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import type { Resource } from '@/lib/resources/resource';
import {
  merged,
  openProjects,
  standing,
  type ProjectAnswer,
  type ProjectScope,
  type Stands,
} from './standing';
import { StandingLine } from './standing-line';
import type { Watch } from './read-projects';

const ProjectLink = lazyNamed(() => import('./standing-details'), 'ProjectLink', 'quiet');

const never = () => () => {};
const nothing: readonly never[] = [];

/** What a list gets. */
export interface Standing<Item> {
  rows: readonly Item[];
  rest: Rest<Item> | undefined;
  /** Where a row stands. It changes only when rows of projects come or go. */
  placeOf: (row: Item) => GroupScope;
  /** The column that names the project, while rows of projects are shown. */
  columns: readonly Column<Item>[];
  /** Stands above the list. */
  line: ReactNode;
  /** Reads again what is shown of the projects. */
  again: () => Promise<unknown>;
}

/**
 * Adds what stands in an organization's projects to its list. In a project it leads to the organization's list.
 *
 * @param of the resource
 * @param inputOf the input of the list's read in a project; at module level
 * @param own the rows of the list's own read
 * @param rest of the list's own read
 */
export function useStanding<R extends ReadRef, Named>(
  of: Resource<R, Named, GroupScope>,
  inputOf: (place: GroupScope) => Input<R>,
  own: readonly (Row<R> & Named & object)[],
  rest?: Rest<Row<R> & Named & object>,
): Standing<Row<R> & Named & object> {
  type Item = Row<R> & Named & object;
  const scope = useGroup();
  const { scopes } = useShell();
  const { identity } = usePerson();
  const client = useQueryClient();
  const projects = useMemo(() => openProjects(scopes, scope), [scopes, scope]);
  const [watch, setWatch] = useState<(Watch<R> & { of: readonly ProjectScope[] }) | null>(null);
  const [shown, setShown] = useState(false);
  const answers = useSyncExternalStore(
    watch && shown ? watch.subscribe : never,
    () => watch?.current() ?? nothing,
    () => nothing,
  );
  const ask = async () => {
    const { watchProjects } = await import('./read-projects');
    const readable = projects.filter(({ machines }) => machines);
    const inputs = readable.map(({ group }) => inputOf(group));
    setWatch({ ...watchProjects(client, identity, of.ref, inputs), of: readable });
    setShown(true);
  };
  const stands = useMemo(
    () => standing<Item>(watch?.of ?? nothing, answers as unknown as ProjectAnswer<Item>[]),
    [watch, answers],
  );
  const known = shown ? stands : null;
  const placeOf = useMemo(
    () => (row: Item) => known?.places.get(row)?.group ?? scope,
    [known, scope],
  );
  const columns = useProjectColumn<Item>(known, of.page);
  const every = useMemo(() => merged(own, stands.rows, of.id), [own, stands, of]);
  const more = every.length - own.length;
  return {
    rows: shown ? every : own,
    rest:
      rest && shown
        ? {
            total: rest.total + more,
            all: async () => merged(await rest.all(), stands.rows, of.id),
          }
        : rest,
    placeOf,
    columns,
    again: () => Promise.all(shown ? answers.map(({ refetch }) => refetch()) : nothing),
    line:
      projects.length > 0 || scope.project !== undefined ? (
        <StandingLine
          page={of.page}
          {...{ projects, stands, shown, more }}
          asked={watch !== null}
          onShow={ask}
          onHide={() => setShown(false)}
        />
      ) : null,
  };
}

/** The column that names the project; none where `known` is null. */
function useProjectColumn<Item>(known: Stands<Item> | null, page: (place: GroupScope) => string) {
  const t = useTranslations('places');
  return useMemo(
    (): readonly Column<Item>[] =>
      known
        ? [
            text<Item>('project', t('project'), (row) => known.places.get(row)?.label ?? null, {
              cell: (row) => {
                const project = known.places.get(row);
                return project ? <ProjectLink {...{ project, page }} /> : '–';
              },
            }),
          ]
        : nothing,
    [known, page, t],
  );
}
