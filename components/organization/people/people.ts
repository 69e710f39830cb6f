/** The people that a form adds: pasted member IDs, and one role for all. */
import { memberIdsOf, readMemberIds } from '@/lib/contract/reading/member-ids';

/** What the field holds. */
export interface People {
  /** As it was pasted. */
  text: string;
  /** The `user_level` for all of them; null until one is chosen. */
  level: number | null;
}

export const noPeople: People = { text: '', level: null };

/** Most people of one call (A05, A12, A14, A17). */
export const mostPeople = 100;

/** Whether the field can be sent: nothing, or whole IDs with a role. */
export function arePeople({ text, level }: People): boolean {
  const lines = readMemberIds(text);
  if (lines.length === 0) return true;
  return level !== null && lines.length <= mostPeople && lines.every(({ id }) => id !== undefined);
}

/** The people in the form of `organization_members`, `project_members` and the like. */
export function leveledOf({ text, level }: People): { user_uuid: string; user_level: number }[] {
  if (level === null) return [];
  return memberIdsOf(text).map((id) => ({ user_uuid: id, user_level: level }));
}
