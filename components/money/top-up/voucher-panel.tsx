'use client';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/parts/forms/form-problem';
import { useBackendForm } from '@/components/parts/forms/use-backend-form';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { rupiah } from '@/lib/format';
import { useGroup } from '@/lib/query/scope';
import { voucherReason } from './voucher-reason';

const lacking = { area: 'billing' } as const;

/** Redeems a voucher (A35). A refusal is told at the field, with its exact reason. @param may whether the role may */
export function VoucherPanel({ may }: { may: boolean }) {
  const t = useTranslations('top-up.voucher');
  const refused = useTranslations('top-up')('noWrite');
  const { org } = useGroup();
  const refusal = useRoleRefusal(may, lacking, refused);
  const form = useBackendForm<'A35', { code: string }>('A35', {
    defaults: { code: '' },
    input: ({ code }) => ({ params: { uuid: org }, body: { code: code.trim() } }),
    blame: (problem) => {
      const reason = voucherReason(problem);
      return reason === null
        ? undefined
        : { code: [reason === 'other' ? (problem.backendMessage ?? '') : t(`reasons.${reason}`)] };
    },
    onDone: ({ new_balance: balance }) => {
      form.form.reset();
      toast({
        tone: 'good',
        title: t('done'),
        text: balance === null ? undefined : t('balance', { balance: rupiah(balance) }),
      });
    },
  });
  return (
    <Panel title={t('heading')} description={t('text')} className="max-w-3xl">
      <form noValidate onSubmit={form.onSubmit} className="flex flex-col items-start gap-3">
        <TextField
          label={t('code')}
          mono
          className="w-full max-w-sm"
          {...form.field('code', { required: true })}
        />
        <FormProblem problem={form.problem} loose={form.loose} />
        <Button type="submit" loading={form.pending} {...refusal}>
          {t('redeem')}
        </Button>
      </form>
    </Panel>
  );
}
