'use client';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import type { DialogProps } from '@/components/ui/dialog-props';
import type { ObjectRef } from '@/lib/storage/shapes';
import { ObjectName } from '../object-name';
import { CommandList } from './command-list';

/** The equal commands, from the list of a folder. */
export function CommandDialog({
  onClose,
  ...of
}: DialogProps<{ object: ObjectRef; host: string | null }>) {
  const t = useTranslations('storage-object.commands');
  return (
    <Dialog open onClose={onClose} title={t('title')} size="md">
      <p className="font-mono">
        <ObjectName text={of.object.key} />
      </p>
      <CommandList {...of} />
    </Dialog>
  );
}
