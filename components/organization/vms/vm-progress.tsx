'use client';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { cx } from '@/components/ui/cx';
import { Spinner } from '@/components/ui/spinner';

const steps = ['pending', 'scheduling', 'running'] as const;
const icons = {
  done: <CircleCheck aria-hidden className="text-run-mark size-4" />,
  now: <Spinner />,
  later: <CircleDashed aria-hidden className="text-faint size-4" />,
};

/** How far a new machine has come: ordered, being placed, running. `status` is the provider's word. */
export function VmProgress({ status }: { status: string }) {
  const t = useTranslations('vms.detail');
  // A word that is none of the steps but means being made stands at the second: it was taken on.
  const at = /^(pending|queued)$/i.test(status) ? 0 : 1;
  return (
    <section
      aria-label={t('comingTitle')}
      className="border-busy-mark/40 bg-busy-soft flex flex-col gap-3 rounded-md border p-4"
    >
      <div>
        <h2 className="text-base">{t('comingTitle')}</h2>
        <p className="text-muted">{t('comingText')}</p>
      </div>
      <ol aria-label={t('steps.label')} className="flex flex-wrap gap-x-8 gap-y-2">
        {steps.map((step, index) => {
          const state = index < at ? 'done' : index === at ? 'now' : 'later';
          return (
            <li
              key={step}
              aria-current={state === 'now' ? 'step' : undefined}
              className={cx(
                'flex items-center gap-2',
                state === 'now' && 'font-medium',
                state === 'later' && 'text-muted',
              )}
            >
              {icons[state]}
              {t(`steps.${step}`)}
              <span className="sr-only">({t(`steps.${state}`)})</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
