'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DialogFoot } from '@/components/ui/dialog-foot';
import { ObjectName } from '../object-name';
import type { Question } from './use-adding';

/** Names that are listed. */
const shown = 8;

/** Asks once, for all files, what becomes of names that exist already. */
export function ExistingDialog({ existing, onAnswer }: Question) {
  const t = useTranslations('transfers.existing');
  const more = existing.length - shown;
  return (
    <Dialog
      open
      onClose={() => onAnswer(null)}
      title={t('title', { count: existing.length })}
      size="md"
    >
      <p>{t('ask')}</p>
      <ul
        aria-label={t('list')}
        className="bg-off-soft max-h-[40dvh] overflow-y-auto rounded-md p-3 font-mono text-sm"
      >
        {existing.slice(0, shown).map((key) => (
          <li key={key}>
            <ObjectName text={key} />
          </li>
        ))}
        {more > 0 ? <li className="text-muted font-sans">{t('more', { count: more })}</li> : null}
      </ul>
      <DialogFoot>
        <Button onClick={() => onAnswer(null)}>{t('cancel')}</Button>
        <Button onClick={() => onAnswer('both')}>{t('both')}</Button>
        <Button onClick={() => onAnswer('skip')}>{t('skip')}</Button>
        <Button variant="danger" onClick={() => onAnswer('replace')}>
          {t('replace')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
