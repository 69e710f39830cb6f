/** Which operations this deployment has, for pages that offer another way without one. Server only. */
import { planOf } from '@/lib/backend';
import type { Ref } from '@/lib/contract';

/** Whether the operator's overrides leave the operation in place. The backend may still lack it. */
export const isOffered = (ref: Ref): boolean => !planOf(ref).absent;
