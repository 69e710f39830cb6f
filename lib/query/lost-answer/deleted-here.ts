/** The projects that this page has deleted: that they are gone is no news to the person. */
import type { Ref } from '@/lib/contract';
import type { AnyInput } from '../url';

const deleted = new Set<string>();

/** Notes the project of a deletion that is sent now. Other operations are none. */
export function noteDeletion(ref: Ref, { params }: AnyInput): void {
  const uuid = (params as { uuid?: unknown } | undefined)?.uuid;
  if (ref === 'AX1' && typeof uuid === 'string') deleted.add(uuid);
}

export const wasDeletedHere = (uuid: string): boolean => deleted.has(uuid);
