'use client';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { RequestPanel } from '@/components/forms/request-panel';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { ProblemNote } from '@/components/ui/error-state';
import { RadioCards } from '@/components/ui/radio-cards';
import { toast } from '@/components/ui/toast';
import { useAttempt } from '@/components/ui/use-attempt';
import { lockouts } from '@/lib/firewall/lockout';
import { actionOf, type Verdict } from '@/lib/firewall/model';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { LockoutNote } from './lockout-note';
import type { Place } from './place';
import { useSure } from './use-sure';

/** Changes what happens to what no rule names. */
export function PolicyDialog({
  place,
  begin,
  onClose,
}: {
  place: Place;
  /** What is chosen at first. */
  begin: Verdict;
  onClose: () => void;
}) {
  const t = useTranslations('firewall');
  const change = useBackendChange(place.account);
  const [policy, setPolicy] = useState(begin);
  const { busy, problem, attempt } = useAttempt();
  const { firewall } = place;
  const warnings = lockouts(firewall, { ...firewall, policy }, place.viewer);
  const [sure, setSure] = useSure(warnings);
  const opens = policy === 'accept' && firewall.policy !== 'accept';
  const input = { params: { instance_uuid: place.instance }, body: { action: actionOf(policy) } };
  const blocked = warnings.length > 0 && !sure ? t('lockout.sureFirst') : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || blocked) return;
    void attempt(async () => {
      await change('D37', input);
      toast({ tone: 'good', title: t('policy.done', { policy: t(`verdicts.${policy}`) }) });
      onClose();
    });
  };
  return (
    <Dialog open onClose={onClose} title={t('policy.title')} locked={busy} size="md">
      <form onSubmit={submit} className="flex flex-col gap-3">
        <RadioCards
          name="policy"
          legend={t('policy.legend')}
          value={policy}
          onChange={(event) => {
            setPolicy(event.target.value === 'accept' ? 'accept' : 'drop');
          }}
          cards={(['drop', 'accept'] as const).map((value) => ({
            value,
            title: t(`verdicts.${value}`),
            description: t(`policy.${value}Text`),
          }))}
        />
        {opens ? (
          <Callout tone="warn" role="status" title={t('policy.opens')}>
            {t('policy.opensText')}
          </Callout>
        ) : null}
        <LockoutNote place={place} warnings={warnings} sure={sure} onSure={setSure} />
        <RequestPanel of="D37" input={input} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <DialogButtons
          onClose={onClose}
          pending={busy}
          confirm={t('policy.submit', { policy: t(`verdicts.${policy}`) })}
          danger={opens || warnings.length > 0}
          reason={blocked}
        />
      </form>
    </Dialog>
  );
}
