'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { useGroup } from '@/lib/query/scope';
import { groupParams } from '../../vms/group';
import { copyStep, deleteObjects, readObject } from '../calls';
import { startCopying, type CopyItem } from './copy-run';
import { LockedDialog, RunView } from './run-view';

/** The dialog of a copy or move under way. */
export function CopyRunning({
  items,
  moves,
  title,
  onChanged,
  onClose,
}: {
  items: readonly CopyItem[];
  /** Whether the sources are deleted. */
  moves: boolean;
  title: string;
  onChanged: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('storage-list');
  const params = groupParams(useGroup());
  const [run] = useState(() =>
    startCopying(items, moves, {
      copy: (asked) => copyStep(params, asked),
      head: (of) => readObject(params, of),
      remove: ({ bucket, key }) => deleteObjects(params, { bucket, objects: [{ key }] }),
    }),
  );
  const close = () => {
    onChanged();
    onClose();
  };
  const verb = moves ? 'moved' : 'copied';
  return (
    <LockedDialog {...{ run, title }} onClose={close}>
      <RunView
        run={run}
        total={items.length}
        label={title}
        verb={verb}
        nameOf={({ from }) => from.key}
        onConflicts={(answer) =>
          run.resolve(answer === 'skip' ? null : (item) => ({ ...item, exists: answer }))
        }
        onClose={close}
        onWell={() => {
          const { done: count } = run.progress.current();
          if (count > 0) toast({ tone: 'good', title: t(`run.${verb}.done`, { count }) });
          close();
        }}
      />
    </LockedDialog>
  );
}
