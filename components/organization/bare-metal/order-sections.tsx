'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { ProblemForm } from '@/components/parts/forms/use-problem-form';
import { NumberField } from '@/components/ui/number-field';
import { Panel } from '@/components/ui/panel';
import { RadioCards } from '@/components/ui/radio-cards';
import { pricePerHour, pricePerMonth, rupiah } from '@/lib/format';
import type { ImageChoice } from '../vms/catalogue';
import { useHardwareWords } from './hardware';
import { mostMachines, type MetalValues } from './order-values';
import { periods, savingOf, type Package } from './packages';

interface SectionProps {
  shell: Pick<ProblemForm<MetalValues>, 'field'>;
}

/** Chooses the hardware, how long it is paid in advance, and how many machines. */
export function PackageSection({
  shell: { field },
  packages,
  chosen,
}: SectionProps & { packages: readonly Package[]; chosen: Package | undefined }) {
  const t = useTranslations('bare-metal.order');
  const locale = useLocale();
  const hardware = useHardwareWords();
  const { error, ...plan } = field('plan', { required: true });
  return (
    <Panel title={t('package')} description={t('packageText')}>
      <div className="flex flex-col gap-4">
        {packages.length === 0 ? <p className="text-muted">{t('noPackages')}</p> : null}
        <RadioCards
          legend={t('package')}
          legendHidden
          cards={packages.map(({ machineName, name, plan: of, soldOut }) => ({
            value: machineName,
            title: name,
            description: hardware(of),
            disabledReason: soldOut ? `${hardware(of)}. ${t('soldOut')}` : null,
            aside: (
              <span className="flex flex-col text-right">
                <span className="font-medium">{pricePerMonth(of.price_per_month, locale)}</span>
                <span className="text-faint">{pricePerHour(of.price_per_hour, locale)}</span>
              </span>
            ),
          }))}
          {...plan}
          error={error ?? null}
        />
        <PeriodField {...{ chosen }} shell={{ field }} />
        <NumberField
          label={t('count')}
          hint={t('countHint', { most: mostMachines })}
          min={1}
          max={mostMachines}
          className="sm:max-w-[calc(50%-0.5rem)]"
          {...field('count', { required: true, min: 1, max: mostMachines, asNumber: true })}
        />
      </div>
    </Panel>
  );
}

/** Chooses the period, each with its whole price and what it saves against single months. */
function PeriodField({ shell: { field }, chosen }: SectionProps & { chosen: Package | undefined }) {
  const t = useTranslations('bare-metal.order');
  const { error, ...period } = field('period', { required: true });
  return (
    <RadioCards
      legend={t('period')}
      cards={periods.map((value) => {
        const price = chosen?.prices[value] ?? null;
        const saving = chosen ? savingOf(chosen, value) : null;
        return {
          value,
          title: t(`periods.${value}`),
          description: saving
            ? t('saves', { percent: saving.percent, amount: rupiah(saving.rupiah) })
            : undefined,
          disabledReason: chosen && price === null ? t('noPrice') : null,
          aside: <span className="font-medium">{rupiah(price)}</span>,
        };
      })}
      {...period}
      error={error ?? null}
    />
  );
}

/** Chooses the operating system. */
export function SystemSection({
  shell: { field },
  images,
}: SectionProps & { images: readonly ImageChoice[] }) {
  const t = useTranslations('bare-metal.order');
  const { error, ...image } = field('image', { required: true });
  return (
    <Panel title={t('system')}>
      {images.length === 0 ? <p className="text-muted">{t('noImages')}</p> : null}
      <RadioCards
        legend={t('system')}
        legendHidden
        cards={images.map(({ uuid, name }) => ({ value: uuid, title: name }))}
        {...image}
        error={error ?? null}
      />
    </Panel>
  );
}

/** Chooses whether each machine gets a public address. */
export function AddressSection({
  shell: { field },
  price,
}: SectionProps & { price: number | null }) {
  const t = useTranslations('bare-metal.order');
  const locale = useLocale();
  const { error, ...external } = field('external');
  return (
    <Panel title={t('address')}>
      <RadioCards
        legend={t('address')}
        legendHidden
        cards={[
          { value: 'none', title: t('addressNone') },
          {
            value: 'new',
            title: t('addressNew'),
            description: t('addressText', { price: pricePerHour(price, locale) }),
          },
        ]}
        {...external}
        error={error ?? null}
      />
    </Panel>
  );
}
