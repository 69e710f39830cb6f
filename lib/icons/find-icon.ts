/**
 * Looks up the picture of an organization, project or person in what the signed-in person may read. The browser names
 * whose picture it wants and never an address, so nobody can have this server fetch an address of their own.
 */
import { requirePermission } from '@/lib/access/roles';
import { inView } from '@/lib/access/view-as';
import { callRaw, type Credentials, type RawInput } from '@/lib/backend';
import type { Ref } from '@/lib/contract';
import { pictureMark } from '@/lib/contract/reading/pictures';
import type { Result } from '@/lib/contract/types';
import { ProblemError } from '@/lib/problem';

/** Whose picture is wanted. */
export type IconOf =
  | { kind: 'me' }
  | { kind: 'organizations' | 'projects'; uuid: string }
  | { kind: 'member'; group: 'organizations' | 'projects'; uuid: string; user: string };

/** Reads the parts of a path under `/api/icons`; null for any other path. */
export function iconOf(parts: readonly string[]): IconOf | null {
  const [kind, uuid, marker, user] = parts;
  if (parts.length === 1 && kind === 'me') return { kind };
  if ((kind !== 'organizations' && kind !== 'projects') || !uuid) return null;
  if (parts.length === 2) return { kind, uuid };
  if (parts.length !== 4 || marker !== 'members' || !user) return null;
  return { kind: 'member', group: kind, uuid, user };
}

/** Milliseconds for which one list of members serves all of its pictures. */
const keepFor = 60_000;

type Ask = <R extends Ref>(ref: R, input: RawInput) => Promise<Result<R>>;

async function projectIcon(ask: Ask, uuid: string): Promise<string | null> {
  const own = (await ask('A15', {})).data.find((row) => row.uuid === uuid);
  // An organization's admin may read a project without being in it.
  return own ? own.icon : (await ask('A16', { params: { uuid } })).icon;
}

async function organizationIcon(ask: Ask, uuid: string): Promise<string | null> {
  const { organizations } = await ask('A04', {});
  const own = organizations.find(({ organization }) => organization?.uuid === uuid);
  if (own) return own.organization?.icon ?? null;
  // Who is only in a project knows its organization from the project.
  const projects = (await ask('A15', {})).data;
  return projects.find((row) => row.organization?.uuid === uuid)?.organization?.icon ?? null;
}

async function look(ask: Ask, of: IconOf): Promise<string | null> {
  if (of.kind === 'me') return (await ask('A04', {})).avatar;
  if (of.kind !== 'member')
    return of.kind === 'projects' ? projectIcon(ask, of.uuid) : organizationIcon(ask, of.uuid);
  const input = { params: { uuid: of.uuid } };
  const users =
    of.group === 'organizations'
      ? (await ask('A10', input)).data.map((row) => row.users)
      : (await ask('A21', input)).data.map((row) => row.user);
  return users.find((user) => user?.uuid === of.user)?.avatar ?? null;
}

/**
 * Finds the text of an icon or avatar.
 * @param mark of the picture that the page knows of; where the kept answer has another one, it is read anew
 * @returns null if there is none, or the person may not read it
 * @throws ProblemError that may be temporary
 */
export async function findIcon(
  of: IconOf,
  mark: string,
  credentials: Credentials,
): Promise<string | null> {
  const asking =
    (fresh: boolean): Ask =>
    async (ref, input) =>
      (await inView(ref, credentials, input, {}, async () => {
        await requirePermission(ref, credentials, input, {});
        return callRaw(ref, input, credentials, { keepFor, fresh });
      })) as never;
  try {
    const kept = await look(asking(false), of);
    return pictureMark(kept) === mark ? kept : await look(asking(true), of);
  } catch (error) {
    const refused =
      error instanceof ProblemError && ['no_access', 'not_found'].includes(error.problem.code);
    if (refused) return null;
    throw error;
  }
}
