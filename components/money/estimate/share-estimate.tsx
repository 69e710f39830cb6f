'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Panel } from '@/components/ui/panel';
import { useInBrowser } from '@/components/ui/use-in-browser';
import { useMaybePerson } from '@/lib/query/person';

const SavedViews = lazyNamed(() => import('@/components/parts/tables/saved-views'), 'SavedViews');

/** Copies the link to the estimate, and keeps copies of it under names in this browser. */
export function ShareEstimate({ id, empty }: { id: string; empty: boolean }) {
  const t = useTranslations('estimate');
  const here = useInBrowser();
  const person = useMaybePerson();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t('share')} className="print:hidden">
      <div className="flex flex-col items-start gap-3 text-sm">
        <p className="text-muted">{t('shareText')}</p>
        {empty || !here ? null : (
          <CopyButton words size="md" text={window.location.href} label={t('copyLink')} />
        )}
        {person ? (
          <details className="w-full" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
            <summary className="cursor-pointer font-medium">{t('saved')}</summary>
            <div className="flex flex-col gap-2 pt-2">
              {open ? (
                <SavedViews
                  identity={person.identity}
                  id={id}
                  label={t('saveAs')}
                  onChosen={() => {}}
                />
              ) : null}
            </div>
          </details>
        ) : null}
      </div>
    </Panel>
  );
}
