'use client';
import { useLocale, useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { Callout } from '@/components/ui/callout';
import type { DialogProps } from '@/components/ui/dialog-props';
import { KeyValue } from '@/components/ui/key-value';
import { gigabytes, pricePerHour, pricePerMonth } from '@/lib/format';
import { changeOf } from '@/lib/pricing';
import { useGroup } from '@/lib/query/scope';
import { volumes } from '@/lib/resources/awanio';
import { OrganizationBalance } from '../balance/organization-balance';
import { priceOf, type Priced } from '../vms/price';
import { TellIfGone, useReadIfGone } from './gone';
import { PlanField, usePlans } from './plan-field';
import type { VolumePlan } from './plans';
import { useBlame } from './use-blame';
import { aboutVolume, volumeParams, type Volume } from './volume';

/** The dialog that makes a volume larger by another plan (A43). It shows only larger plans, since none can shrink. */
export function GrowDialog({ volume, onClose }: DialogProps<{ volume: Volume }>) {
  const scope = useGroup();
  const t = useTranslations('organization-volumes');
  const locale = useLocale();
  const name = volumes.name(volume);
  const choice = usePlans(volume.size_gb ?? 0);
  const planOf = (uuid: string) => choice.plans.find((plan) => plan.uuid === uuid);
  const form = useDialogForm('A43', {
    onClose,
    defaults: { pricing_uuid: '' },
    input: (body) => ({ params: { ...volumeParams(scope), volume_uuid: volume.uuid }, body }),
    blame: useBlame(),
    onRefused: useReadIfGone(),
    about: () => aboutVolume(scope, volume),
    done: (_, { pricing_uuid: uuid }) => ({
      tone: 'good',
      title: t('grow.done', { name, size: gigabytes(planOf(uuid)?.size, locale) }),
      text: t('grow.after'),
    }),
  });
  const plan = planOf(form.form.watch('pricing_uuid'));
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('grow.title', { name })}
      submit={t('grow.confirm')}
      reason={choice.none}
    >
      <TellIfGone volume={volume} />
      <PlanField choice={choice} field={form.field('pricing_uuid', { required: true })} />
      <Prices volume={volume} plan={plan} />
      <Callout>{t('grow.after')}</Callout>
    </FormDialog>
  );
}

/** Compares size and price now with those of the chosen plan. */
function Prices({ volume, plan }: { volume: Volume; plan: VolumePlan | undefined }) {
  const t = useTranslations('organization-volumes.grow');
  const locale = useLocale();
  const now = priceOf(volume.pricing);
  const words = (size: number | null, { perHour, perMonth }: Priced) => (
    <span className="tabular flex flex-wrap justify-between gap-x-4">
      <span>{gigabytes(size, locale)}</span>
      <span className="sm:text-right">
        {pricePerMonth(perMonth, locale)}
        <span className="text-muted block text-sm font-normal">
          {pricePerHour(perHour, locale)}
        </span>
      </span>
    </span>
  );
  const then = plan ? <div className="font-semibold">{words(plan.size, plan)}</div> : null;
  return (
    <div aria-live="polite">
      <KeyValue
        pairs={[
          { term: t('now'), value: words(volume.size_gb, now) },
          { term: t('then'), value: then },
        ]}
      />
      {plan ? <OrganizationBalance added={changeOf(plan.perHour, now.perHour)} /> : null}
    </div>
  );
}
