'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { ProblemNote } from '@/components/ui/error-state';
import { toast } from '@/components/ui/toast';
import type { Rule } from '@/lib/firewall/model';
import { ProblemError, type Problem } from '@/lib/problem';
import { useBackendChange } from '@/lib/query/use-backend-change';
import type { Place } from './place';

/** A replacement whose second half failed: says how things stand, and offers to try that half again. */
export function ReplacedHalf({
  place,
  rule,
  problem: first,
  onClose,
}: {
  place: Place;
  /** The old one. */
  rule: Rule;
  problem: Problem;
  onClose: () => void;
}) {
  const t = useTranslations('firewall');
  const change = useBackendChange(place.account);
  const [problem, setProblem] = useState(first);
  const [busy, setBusy] = useState(false);
  const { number } = rule;
  const again = async () => {
    setBusy(true);
    try {
      const params = { instance_uuid: place.instance, firewall_uuid: rule.id };
      await change('D42', { params });
      toast({ tone: 'good', title: t('confirm.deleted', { rule: t('rules.name', { number }) }) });
      onClose();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('form.replace', { number })}
      locked={busy}
      footer={
        <>
          <Button onClick={onClose}>{t('form.leave')}</Button>
          <Button variant="primary" loading={busy} onClick={() => void again()}>
            {t('form.again')}
          </Button>
        </>
      }
    >
      <Callout tone="warn" role="alert" title={t('form.halfTitle')}>
        {t('form.halfText', { number })}
      </Callout>
      <ProblemNote problem={problem} />
    </Dialog>
  );
}
