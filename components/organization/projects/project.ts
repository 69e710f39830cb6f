import type { Result } from '@/lib/contract/types';

/** A project of an organization. */
export type Project = Result<'A16'>;
