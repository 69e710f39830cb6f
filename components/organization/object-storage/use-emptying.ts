'use client';
/** Empties a bucket while its progress is shown. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { startBulkRun, type BulkSnapshot } from '@/components/parts/actions/bulk-run';
import { isAffected } from '@/lib/query/key';
import { request } from '@/lib/query/fetcher';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange, type BackendChange } from '@/lib/query/use-backend-change';
import type { EmptyStep } from '@/lib/storage/empty';
import { groupParams } from '../vms/group';
import { emptyStep } from './calls';
import { emptyBucket, type EmptyProgress } from './empty-run';
import { bucketParams } from './storage';
import { storageKey } from './use-key';

type BucketParams = ReturnType<typeof bucketParams>;

/** So many objects are deleted between two looks at the list. */
const atOnce = 60;

/** Deletes some objects one by one (A61), for storages without a linked key. */
async function listedStep(
  params: BucketParams,
  change: BackendChange,
  signal: AbortSignal,
): Promise<EmptyStep> {
  const { data } = await request('A60', { params }, { signal });
  const ids = data.slice(0, atOnce).map(({ name }) => name);
  const run = startBulkRun({
    ids,
    work: (name) => change('A61', { params: { ...params, object_name: name } }),
  });
  const { items } = await new Promise<BulkSnapshot>((resolve) => {
    const look = () => run.snapshot().settled && resolve(run.snapshot());
    signal.addEventListener('abort', run.stop);
    run.subscribe(look);
    look();
  });
  return {
    deleted: items.filter(({ state }) => state === 'done').length,
    done: data.length <= atOnce && items.every(({ state }) => state === 'done'),
    failed: items.flatMap(({ id, problem }) =>
      problem ? [{ key: id, why: problem.backendMessage ?? problem.message }] : [],
    ),
  };
}

/**
 * Empties a bucket on demand.
 * @param linked whether the session has a key, so that the storage deletes many at once, with their versions and unfinished uploads
 */
export function useEmptying(bucket: string, linked: boolean) {
  const scope = useGroup();
  const { identity } = usePerson();
  const client = useQueryClient();
  const change = useBackendChange();
  const [progress, setProgress] = useState<EmptyProgress | null>(null);
  const [control, setControl] = useState<AbortController | null>(null);
  const params = bucketParams(scope, bucket);
  const group = groupParams(scope);
  /** @returns the last progress */
  const start = async () => {
    const control = new AbortController();
    setControl(control);
    const step = (signal: AbortSignal) =>
      linked ? emptyStep(group, bucket, signal) : listedStep(params, change, signal);
    const last = await emptyBucket(step, control.signal, setProgress);
    void client.invalidateQueries({ queryKey: storageKey(identity, group.uuid) });
    void client.invalidateQueries({
      predicate: ({ queryKey }) => isAffected(queryKey, identity, '', ['A55', 'A60']),
    });
    return last;
  };
  return { progress, start, cancel: () => control?.abort() };
}
