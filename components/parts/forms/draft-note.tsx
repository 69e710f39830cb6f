'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { Draft } from './use-draft';

/** Says that the form holds a draft from an earlier visit, and offers to discard it. */
export function DraftNote({ draft }: { draft: Draft }) {
  const t = useTranslations('ui');
  if (!draft.restored) return null;
  return (
    <Callout
      role="status"
      actions={
        <Button size="sm" onClick={draft.discard}>
          {t('draftDiscard')}
        </Button>
      }
    >
      {t('draftRestored')}
    </Callout>
  );
}
