'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { watchProjects } from '@/components/organization/standing/read-projects';
import { usePerson } from '@/lib/query';
import { projectPlace, type Membership, type Project, type ProjectPlace } from './places';

const nothing: never[] = [];

/** The projects, and in which of them the person of the page is a member, as the answers come: one read each. */
export function useProjectPlaces(
  org: string,
  projects: readonly Project[],
  user: string,
): readonly ProjectPlace[] {
  const client = useQueryClient();
  const { identity } = usePerson();
  const [watch] = useState(() =>
    watchProjects(
      client,
      identity,
      'A21',
      projects.map(({ uuid }) => ({ params: { uuid } })),
    ),
  );
  const answers = useSyncExternalStore(watch.subscribe, watch.current, () => nothing);
  return useMemo(
    () =>
      projects.map((project, index): ProjectPlace => {
        const place = projectPlace(org, project);
        const answer = answers[index];
        const membership = (): Membership => {
          if (answer?.data)
            return {
              state: 'read',
              member: answer.data.data.find((each) => each.user?.uuid === user) ?? null,
            };
          const problem = answer?.error?.problem;
          // What met the limit is read again by itself.
          if (!answer || !problem || problem.code === 'too_many_requests')
            return { state: 'reading' };
          const again = () => void answer.refetch();
          return { state: 'failed', problem, again, retrying: answer.isFetching };
        };
        return { place, membership: membership() };
      }),
    [org, projects, answers, user],
  );
}
