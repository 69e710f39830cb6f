'use client';
/** The calls that read and change the members of an organization (A10–A13) or project (A17, A20–A23). */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReadRef } from '@/lib/contract';
import { levelOf } from '@/lib/contract/permissions';
import type { Input, Result } from '@/lib/contract/types';
import { paths, type GroupScope } from '@/lib/paths';
import { usePerson, type ChangeSubject } from '@/lib/query';
import { readFresh, requestSignedIn } from '@/lib/query/fetcher';
import { backendKey } from '@/lib/query/key';
import { useBackendChange, type BackendChange } from '@/lib/query/use-backend-change';
import { ofProject, type Member } from './member';
import { useMemberFacts, type MemberFacts } from './place';
import type { ChangeRun } from './run-changes';

/** How to change one person, and several by one call. */
export type Calls = Pick<ChangeRun, 'many' | 'one'>;

/** Names people for the list of activities. */
export type NamesOf = (id: string) => string;

export interface MemberCalls {
  /** Reads the list past every cache; the page shows what it says. @throws ProblemError */
  read: () => Promise<readonly Member[]>;
  add: (level: number, names: NamesOf) => Calls;
  setLevel: (level: number, names: NamesOf) => Calls;
  remove: (names: NamesOf) => Calls;
}

interface Place {
  scope: GroupScope;
  /** The project's name, for the list of activities. */
  name: string;
  change: BackendChange;
  offered: MemberFacts['offered'];
}

const adminLevel = levelOf('admin');
const leveled = (ids: readonly string[], user_level: number) =>
  ids.map((user_uuid) => ({ user_uuid, user_level }));
const unleveled = (ids: readonly string[]) => ids.map((user_uuid) => ({ user_uuid }));

/** Names shown of several people. */
const mostNames = 3;

function aboutPeople(scope: GroupScope, ids: readonly string[], names: NamesOf): ChangeSubject {
  const shown = ids.slice(0, mostNames).map(names).join(', ');
  const more = ids.length - mostNames;
  return {
    kind: 'member',
    id: ids.length === 1 ? (ids[0] ?? '') : '',
    name: more > 0 ? `${shown}, +${more}` : shown,
    href: paths.members(scope),
  };
}

function organizationCalls({ scope, change, offered }: Place): Omit<MemberCalls, 'read'> {
  const params = { uuid: scope.org };
  const byA12 =
    (body: (ids: readonly string[]) => Input<'A12'>['body'], names: NamesOf) =>
    (ids: readonly string[]) =>
      change('A12', { params, body: body(ids) }, aboutPeople(scope, ids, names));
  const both = (many: (ids: readonly string[]) => Promise<unknown>): Calls => ({
    many,
    one: (id) => many([id]),
  });
  return {
    // A11 takes no level: it makes an admin, so the form offers no other role where it has to serve.
    add: (level, names) =>
      offered.A12
        ? both(byA12((ids) => ({ organization_members_added: leveled(ids, level) }), names))
        : { many: null, one: (id) => change('A11', { params, body: { member_uuid: id } }) },
    setLevel: (level, names) =>
      both(byA12((ids) => ({ organization_members_updated: leveled(ids, level) }), names)),
    remove: (names) => ({
      many: offered.A12
        ? byA12((ids) => ({ organization_members_deleted: unleveled(ids) }), names)
        : null,
      one: (id) =>
        change(
          'A13',
          { params: { organization_uuid: scope.org, user_uuid: id } },
          aboutPeople(scope, [id], names),
        ),
    }),
  };
}

function projectCalls(
  { scope, name, change, offered }: Place,
  uuid: string,
): Omit<MemberCalls, 'read'> {
  const about: ChangeSubject = { kind: 'project', id: uuid, name, href: paths.members(scope) };
  const byA17 = (body: (ids: readonly string[]) => Input<'A17'>['body']) =>
    offered.A17
      ? (ids: readonly string[]) => change('A17', { params: { uuid }, body: body(ids) }, about)
      : null;
  const one = (id: string) => ({ uuid, user_uuid: id });
  const setOne = (level: number, names: NamesOf) => (id: string) =>
    change(
      'A22',
      { params: one(id), body: { user_level: level } },
      aboutPeople(scope, [id], names),
    );
  return {
    add: (level, names) => {
      const many = byA17((ids) => ({ project_member_added: leveled(ids, level) }));
      if (many) return { many, one: (id) => many([id]) };
      // A20 takes no level: it makes an admin, whose level is set at once.
      const addOne = async (id: string) => {
        await change('A20', { params: { uuid }, body: { member_uuid: id } });
        if (level !== adminLevel) await setOne(level, names)(id);
      };
      return { many: null, one: addOne };
    },
    setLevel: (level, names) => ({
      many: byA17((ids) => ({ project_member_updated: leveled(ids, level) })),
      one: setOne(level, names),
    }),
    remove: (names) => ({
      many: byA17((ids) => ({ project_member_deleted: unleveled(ids) })),
      one: (id) => change('A23', { params: one(id) }, aboutPeople(scope, [id], names)),
    }),
  };
}

/**
 * The calls about the members of an organization or project.
 * @param scope need not be that of the page: an organization's members are added to its projects, too
 * @param name of the project
 */
export function useMemberCalls(scope: GroupScope, name: string): MemberCalls {
  const change = useBackendChange();
  const client = useQueryClient();
  const { identity, own } = usePerson();
  const { offered } = useMemberFacts();
  return useMemo(() => {
    const { org, project } = scope;
    const fresh = async <R extends ReadRef>(ref: R, input: Input<R>): Promise<Result<R>> => {
      const answer = await readFresh(() => requestSignedIn(ref, input, { own }));
      client.setQueryData(backendKey(identity, undefined, ref, input as never), answer);
      return answer;
    };
    const place = { scope, name, change, offered };
    if (project === undefined)
      return {
        read: async () => (await fresh('A10', { params: { uuid: org } })).data,
        ...organizationCalls(place),
      };
    return {
      read: async () => (await fresh('A21', { params: { uuid: project } })).data.map(ofProject),
      ...projectCalls(place, project),
    };
  }, [scope, name, change, client, identity, own, offered]);
}
