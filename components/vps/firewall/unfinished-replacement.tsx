'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import type { DialogProps } from '@/components/ui/dialog-props';
import { ProblemNote } from '@/components/ui/error-state';
import { toast } from '@/components/ui/toast';
import { useAttempt } from '@/components/ui/use-attempt';
import type { Rule } from '@/lib/firewall/model';
import type { Problem } from '@/lib/problem';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { useFirewallHere } from './firewall-context';

/** The new one was created, but the old one couldn't be deleted: says so, and offers to delete the old one again. */
export function UnfinishedReplacement({
  rule,
  problem: first,
  onClose,
}: DialogProps<{
  /** The old one. */
  rule: Rule;
  problem: Problem;
}>) {
  const { instance } = useFirewallHere();
  const t = useTranslations('firewall');
  const change = useBackendChange();
  const { busy, problem, attempt } = useAttempt(first);
  const { number } = rule;
  const again = () =>
    attempt(async () => {
      const params = { instance_uuid: instance, firewall_uuid: rule.id };
      await change('D42', { params });
      toast({ tone: 'good', title: t('confirm.deleted', { rule: t('rules.name', { number }) }) });
      onClose();
    });
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
      {problem ? <ProblemNote problem={problem} /> : null}
    </Dialog>
  );
}
