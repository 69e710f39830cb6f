/** What a policy says in words. */
import { presetPolicy, publicRights, type PolicyPreset } from '@/lib/storage/policy-text';
import type { Anyone, ProofOf, PublicRights } from '@/lib/storage/shapes';

export const rights = ['read', 'list', 'write', 'delete'] as const;

/** From the least to the most open. */
export const presets = ['private', 'read', 'list', 'all'] as const;

/** Whether anyone may change the bucket. */
export const isWritable = (says: PublicRights): boolean =>
  says.write !== 'no' || says.delete !== 'no';

/** The preset that gives exactly these rights; null where none does. */
export const presetOf = (says: PublicRights, bucket: string): PolicyPreset | null =>
  presets.find((preset) => {
    const given = publicRights(presetPolicy(preset, bucket), bucket);
    return rights.every((right) => given[right] === says[right]);
  }) ?? null;

/** Whether what is said and what is proven contradict each other. */
export const differs = (says: Anyone, { allowed }: ProofOf): boolean =>
  allowed !== 'unknown' && says !== 'some' && says !== allowed;

/** What to warn of first; null where nothing is open. */
export function warningOf(says: PublicRights): 'write' | 'list' | 'listOnly' | 'read' | null {
  if (isWritable(says)) return 'write';
  if (says.list === 'yes') return says.read === 'no' ? 'listOnly' : 'list';
  return says.read === 'yes' ? 'read' : null;
}
