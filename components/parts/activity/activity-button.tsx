'use client';
import { History } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useEntries } from '@/lib/query/follow/entries';
import { usePerson } from '@/lib/query/person';

const ActivityPanel = lazyNamed(() => import('./activity-panel'), 'ActivityPanel');
/** Loaded when there is work to follow. */
const Following = lazyNamed(() => import('./following'), 'Following', 'quiet');

/** Opens the activity panel, and shows how many changes are running. */
export function ActivityButton() {
  const t = useTranslations('activity');
  const { identity } = usePerson();
  const entries = useEntries(identity);
  const running = entries.filter(({ state }) => state === 'running').length;
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <>
      <span className="relative inline-flex">
        <IconButton
          label={t('button', { count: running })}
          aria-haspopup="dialog"
          aria-expanded={open}
          icon={<History aria-hidden />}
          onClick={() => setOpen(true)}
        />
        {running > 0 ? (
          <span
            aria-hidden
            className="bg-busy-soft text-busy border-busy-mark/40 tabular pointer-events-none absolute -top-0.5 -right-0.5 min-w-4 rounded-full border px-1 text-center text-[0.625rem] leading-[0.875rem] font-medium"
          >
            {running}
          </span>
        ) : null}
      </span>
      {running > 0 ? (
        <Suspense fallback={null}>
          <Following quiet={open} onSaid={setSaid} />
        </Suspense>
      ) : null}
      {open ? <ActivityPanel said={said} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
