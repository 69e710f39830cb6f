'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { Draft } from './use-draft';

/** Says that a form was filled from an earlier visit, and how to start anew. */
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
