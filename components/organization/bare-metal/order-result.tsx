'use client';
import { useTranslations } from 'use-intl';
import { TopUpLink } from '@/components/parts/shell/top-up-link';
import { ProblemNote } from '@/components/ui/error-state';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { Problem } from '@/lib/problem';
import { useGroup } from '@/lib/query/scope';
import { baremetals } from '@/lib/resources/awanio';
import { obstacleOf } from '../vms/refusal';
import type { Outcome } from './order-machines';

/** Tells machine by machine what came of an order of which not all was made, or which couldn't be looked up. */
export function OrderResult({
  outcome: { made, problem },
  count,
}: {
  outcome: Outcome;
  /** How many were ordered. */
  count: number;
}) {
  const scope = useGroup();
  const t = useTranslations('bare-metal.order.result');
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-4" role="status">
        {made === null ? (
          <Callout tone="warn" title={t('unreadTitle')}>
            {t('unread')}
          </Callout>
        ) : (
          <>
            <p>{t('made', { made: made.length, count })}</p>
            <ol aria-label={t('title')} className="flex list-decimal flex-col gap-1 pl-6">
              {Array.from({ length: count }, (_, index) => {
                const machine = made[index];
                return (
                  <li key={index}>
                    {machine ? (
                      <>
                        <TextLink href={baremetals.href(scope, machine.uuid)}>
                          {baremetals.name(machine)}
                        </TextLink>
                        : {t('ordered')}
                      </>
                    ) : problem && problem.outcome !== 'unknown' ? (
                      t('refused')
                    ) : (
                      t('notSeen')
                    )}
                  </li>
                );
              })}
            </ol>
          </>
        )}
        {problem ? <Why problem={problem} /> : null}
        <ButtonLink href={baremetals.page(scope)} variant="primary" className="self-start">
          {t('toList')}
        </ButtonLink>
      </div>
    </Panel>
  );
}

/** Why not all was made. The usual words for a refusal say that nothing was changed, which isn't so here. */
function Why({ problem }: { problem: Problem }) {
  const t = useTranslations('bare-metal.order.result');
  const problems = useTranslations('problems');
  if (problem.outcome === 'unknown') return <ProblemNote problem={problem} what={t('why')} />;
  const obstacle = obstacleOf(problem);
  const { backendMessage } = problem;
  return (
    <Callout
      tone="warn"
      title={t('why')}
      actions={obstacle === 'balance' ? <TopUpLink /> : undefined}
    >
      {obstacle === 'plan' ? <p>{t('soldOut')}</p> : null}
      {obstacle === 'balance' ? <p>{t('balance')}</p> : null}
      {backendMessage ? (
        <p>
          {problems('backendSays')} <q>{backendMessage}</q>
        </p>
      ) : null}
    </Callout>
  );
}
