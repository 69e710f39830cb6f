'use client';
import { useTranslations } from 'use-intl';
import { useGroup } from '@/lib/query/scope';
import { groupParams } from '../../vms/group';
import { copyStep, deleteObjects, readObject } from '../calls';
import { uploadWire } from '../transfers/upload-calls';
import { startCopying, type CopyItem } from './copy-run';
import { keepRun } from './page-runs';

/**
 * Returns a function that starts a copy or move as a run of the page.
 * @param moves whether the sources are deleted
 * @returns gives the run's id
 */
export function useCopyRun(
  moves: boolean,
  title: string,
  onChanged: () => void,
): (items: readonly CopyItem[]) => number {
  const t = useTranslations('storage-list.run');
  const scope = useGroup();
  const params = groupParams(scope);
  const verb = moves ? 'moved' : 'copied';
  return (items) => {
    const run = startCopying(items, moves, {
      copy: (asked) => copyStep(params, asked),
      head: (of) => readObject(params, of),
      remove: ({ bucket, key }) => deleteObjects(params, { bucket, objects: [{ key }] }),
      end: (to, upload_id) => uploadWire.abort({ scope, ...to }, { ...to, upload_id }),
    });
    return keepRun<CopyItem>({
      ...{ run, title, verb, onChanged },
      onDropped: () => void run.giveUp(),
      total: items.length,
      nameOf: ({ from }) => from.key,
      onConflicts: (answer) =>
        run.resolve(answer === 'skip' ? null : (item) => ({ ...item, exists: answer })),
      done: (count) => (count > 0 ? t(`${verb}.done`, { count }) : null),
    });
  };
}
