'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { Callout } from '@/components/ui/callout';
import type { DialogProps } from '@/components/ui/dialog-props';
import { RadioCards } from '@/components/ui/radio-cards';
import { actionOf, type Verdict } from '@/lib/firewall/model';
import { useFirewallTab } from './firewall-context';
import { useGuard } from './use-guard';

/**
 * The dialog that changes the default policy (D37), which decides about connections that no rule matches.
 * @param begin the policy that is chosen at first
 */
export function PolicyDialog({ begin, onClose }: DialogProps<{ begin: Verdict }>) {
  const t = useTranslations('firewall');
  const { instance, firewall } = useFirewallTab();
  const form = useDialogForm('D37', {
    onClose,
    defaults: { policy: begin },
    fieldNames: { action: 'policy' },
    input: ({ policy }) => ({
      params: { instance_uuid: instance },
      body: { action: actionOf(policy) },
    }),
    done: (_, { policy }) => t('policy.done', { policy: t(`verdicts.${policy}`) }),
  });
  const policy = form.form.watch('policy');
  const guard = useGuard({ ...firewall, policy });
  const opens = policy === 'accept' && firewall.policy !== 'accept';
  return (
    <FormDialog
      {...{ form, onClose }}
      size="md"
      title={t('policy.title')}
      submit={t('policy.submit', { policy: t(`verdicts.${policy}`) })}
      danger={opens || guard.danger}
      reason={guard.reason}
    >
      <RadioCards
        legend={t('policy.legend')}
        {...form.field('policy')}
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
      {guard.note}
    </FormDialog>
  );
}
