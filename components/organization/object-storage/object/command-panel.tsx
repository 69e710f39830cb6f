'use client';
import { useTranslations } from 'use-intl';
import { Panel } from '@/components/ui/panel';
import type { ObjectRef } from '@/lib/storage/shapes';
import { CommandList } from './command-list';

/** The equal commands, on the page of an object. */
export function CommandPanel(props: { object: ObjectRef; host: string | null }) {
  const t = useTranslations('storage-object.commands');
  return (
    <Panel title={t('title')}>
      <CommandList {...props} />
    </Panel>
  );
}
