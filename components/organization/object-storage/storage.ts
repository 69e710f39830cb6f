/** The object storage of an organization or project: its reads, its buckets and its addresses. */
import type { Result, Row } from '@/lib/contract/types';
import type { GroupScope } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { buckets } from '@/lib/resources/awanio';
import { aboutOf, type ChangeSubject } from '@/lib/resources/resource';
import { groupParams } from '../vms/group';

/** What A55 and A57 answer of a storage. */
export type Storage = NonNullable<Result<'A55'>>;
/** What A54 answers: only this answer has the secrets of the keys. */
export type NewStorage = Result<'A54'>;
export type Bucket = Storage['buckets'][number];
/** An object as A60 lists it. */
export type ListedObject = Row<'A60'>;

/** The input of A55 and A57. */
export const storageInput = (scope: GroupScope) => ({ params: groupParams(scope) });

/** The path parameters of one bucket. */
export const bucketParams = (scope: GroupScope, bucket: string) => ({
  ...groupParams(scope),
  bucket_name: bucket,
});

/** Describes a bucket to the list of activities. */
export const aboutBucket = (scope: GroupScope, name: string): ChangeSubject =>
  aboutOf(buckets)(scope, { name });

/** Whether the problem of A55 or A57 says that nobody has enabled the storage. The documentation doesn't name this answer. */
export const isNotEnabled = (problem: Problem | null | undefined): boolean =>
  problem?.code === 'not_found';
