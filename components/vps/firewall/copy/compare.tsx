'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { DialogFoot } from '@/components/ui/dialog-foot';
import { ProblemNote } from '@/components/ui/error-state';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { CopyPlan } from '@/lib/firewall/copy';
import { LockoutNote } from '../lockout-note';
import type { Compared, Target } from './compared';
import { Machine } from './machine';
import { useStepWords } from './use-step-words';

interface CompareProps {
  asked: readonly Target[];
  /** The machines that have been compared so far, in the same order. */
  compared: readonly Compared[];
  onBack: () => void;
  onCopy: () => void;
  onClose: () => void;
}

/** The step that shows what copying will change on each machine, before it begins. */
export function Compare({ asked, compared, onBack, onCopy, onClose }: CompareProps) {
  const t = useTranslations('firewall');
  const ui = useTranslations('ui');
  const [sure, setSure] = useState<ReadonlySet<string>>(new Set());
  const next = asked[compared.length];
  const work = compared.filter(({ plan }) => plan && plan.steps.length > 0);
  const unsure = work.some(
    ({ id, plan, ...rest }) =>
      plan && 'warnings' in rest && rest.warnings.length > 0 && !sure.has(id),
  );
  const nothing = work.length === 0 ? t('copy.nothing') : null;
  /** Says which machine is being compared, or that there is nothing to copy. */
  const waitReason = next ? t('copy.comparing', { name: next.name }) : nothing;
  const blocked = waitReason ?? (unsure ? t('lockout.sureFirst') : null);
  const acknowledge = (id: string, on: boolean) => {
    const marked = new Set(sure);
    if (on) marked.add(id);
    else marked.delete(id);
    setSure(marked);
  };
  return (
    <>
      {compared.map((each) => (
        <Machine key={each.id} name={each.name}>
          {each.plan ? (
            <>
              <Plan plan={each.plan} />
              <LockoutNote
                instance={each.id}
                warnings={each.warnings}
                sure={sure.has(each.id)}
                onSure={(on) => acknowledge(each.id, on)}
              />
            </>
          ) : (
            <ProblemNote problem={each.problem} what={t('copy.failed')} />
          )}
        </Machine>
      ))}
      <div role="status" className="text-muted flex flex-col gap-2">
        {waitReason ? <p>{waitReason}</p> : null}
        {next && waitReason ? (
          <ProgressBar label={waitReason} value={(100 * compared.length) / asked.length} />
        ) : null}
      </div>
      <DialogFoot>
        <Button className="mr-auto" onClick={onBack}>
          {t('copy.back')}
        </Button>
        <Button onClick={onClose}>{ui('cancel')}</Button>
        <Button variant="primary" disabledReason={blocked} onClick={onCopy}>
          {t('copy.submit', { count: work.length })}
        </Button>
      </DialogFoot>
    </>
  );
}

function Plan({ plan }: { plan: CopyPlan }) {
  const t = useTranslations('firewall');
  const words = useStepWords();
  return (
    <>
      {plan.steps.length === 0 ? (
        <p>{t('copy.same')}</p>
      ) : (
        <ol aria-label={t('copy.differs')} className="list-decimal pl-6">
          {plan.steps.map((step, index) => (
            <li key={index} className="break-words">
              {words(step)}
            </li>
          ))}
        </ol>
      )}
      <p className="text-muted text-sm">
        {[
          ...(plan.equal > 0 ? [t('copy.equal', { count: plan.equal })] : []),
          ...(plan.extra > 0 ? [t('copy.ownRules', { count: plan.extra })] : []),
        ].join(' ')}
      </p>
    </>
  );
}
