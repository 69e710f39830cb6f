/** Takes a person out of one place, and finds out what happened where the answer doesn't say. */
import type { Input, Result } from '@/lib/contract/types';
import { retryWhenSlowed, type RetryOptions } from '@/lib/firewall/retry-when-slowed';
import { ProblemError, type Problem, type ProblemCode } from '@/lib/problem';
import type { BackendChange } from '@/lib/query/use-backend-change';
import type { ChangeSubject } from '@/lib/resources/resource';
import type { Place } from './places';

export type Outcome =
  | { state: 'waiting' }
  | { state: 'working' }
  | { state: 'removed' }
  /** They are still a member. */
  | { state: 'failed'; problem: Problem }
  /** Whether they are still a member couldn't be read. */
  | { state: 'unknown'; problem: Problem };

/** The calls of a removal. */
export interface RemovalCalls {
  change: BackendChange;
  /** Reads, and never from what was kept. */
  read: <R extends 'A10' | 'A21'>(ref: R, input: Input<R>) => Promise<Result<R>>;
  waiting?: RetryOptions;
}

/** Problems after which the list of members says more: the answer was lost, or they were no member any more. */
const worthLooking: readonly ProblemCode[] = ['not_found', 'conflict'];

async function isMember(read: RemovalCalls['read'], { group }: Place, user: string) {
  if (group.project === undefined) {
    const { data } = await read('A10', { params: { uuid: group.org } });
    return data.some(({ users }) => users.uuid === user);
  }
  const { data } = await read('A21', { params: { uuid: group.project } });
  return data.some((each) => each.user?.uuid === user);
}

/** A23 or A13; where the provider doesn't offer it, the change of the project or of the organization's members. */
async function remove(change: BackendChange, { group }: Place, user: string, about: ChangeSubject) {
  const { org, project } = group;
  const gone = [{ user_uuid: user }];
  try {
    await (project === undefined
      ? change('A13', { params: { organization_uuid: org, user_uuid: user } }, () => about)
      : change('A23', { params: { uuid: project, user_uuid: user } }, () => about));
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'not_offered') throw error;
    await (project === undefined
      ? change(
          'A12',
          { params: { uuid: org }, body: { organization_members_deleted: gone } },
          () => about,
        )
      : change(
          'A17',
          { params: { uuid: project }, body: { project_member_deleted: gone } },
          () => about,
        ));
  }
}

/** Takes a person out of a place. Never throws a problem: it is part of the outcome. */
export async function removeFrom(
  place: Place,
  about: ChangeSubject,
  { change, read, waiting }: RemovalCalls,
): Promise<Outcome> {
  const { id: user } = about;
  try {
    await retryWhenSlowed(() => remove(change, place, user, about), waiting);
    return { state: 'removed' };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problem } = error;
    if (problem.outcome !== 'unknown' && !worthLooking.includes(problem.code))
      return { state: 'failed', problem };
    try {
      const still = await retryWhenSlowed(() => isMember(read, place, user), waiting);
      if (!still) return { state: 'removed' };
      const { outcome: _, ...known } = problem; // they are still there, so it wasn't done
      return { state: 'failed', problem: known };
    } catch (unread) {
      if (!(unread instanceof ProblemError)) throw unread;
      return problem.outcome === 'unknown'
        ? { state: 'unknown', problem }
        : { state: 'failed', problem };
    }
  }
}
