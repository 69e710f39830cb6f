'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Panel } from '@/components/ui/panel';
import { RadioCards } from '@/components/ui/radio-cards';
import { gigabytes, pricePerHour, pricePerMonth } from '@/lib/format';
import type { Row } from '@/lib/contract/types';
import { SizeFields } from '../size-fields';
import { Part } from './part';
import type { WizardParts } from './parts';
import { imageName, minDisk, sizeOf, type SizeTemplate } from './values';

interface SizeSectionProps {
  parts: WizardParts;
  onChoose: (size: SizeTemplate) => void;
}

/** How large it is and on what: size, kind of cores, tier. */
export function SizeSection({ parts, onChoose }: SizeSectionProps) {
  const t = useTranslations('instances');
  return (
    <Panel title={t('wizard.size')}>
      <div className="flex flex-col gap-5">
        <Sizes parts={parts} onChoose={onChoose} />
        <Numbers parts={parts} />
        <CpuKinds parts={parts} />
        <Part query={parts.catalogue.tiers}>
          {({ data }) => (isOneUnnamed(data) ? null : <Tiers tiers={data} parts={parts} />)}
        </Part>
      </div>
    </Panel>
  );
}

/** There is nothing to choose, and nothing to call it. */
const isOneUnnamed = (tiers: readonly Row<'D76'>[]): boolean =>
  tiers.length === 1 && tiers[0]?.name === null;

const chosenImage = ({ catalogue, values }: WizardParts): Row<'D74'> | undefined =>
  catalogue.images.data?.data.find(({ template_id }) => template_id === values.template_id);

interface SizesProps {
  parts: WizardParts;
  onChoose: (size: SizeTemplate) => void;
}

function Sizes({ parts, onChoose }: SizesProps) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const locale = useLocale();
  const { values, sizes, price, set } = parts;
  const image = chosenImage(parts);
  const choose = (id: string) => {
    const size = sizes.find((one) => one.id === id);
    if (size) onChoose(size);
    else set('size', 'own');
  };
  return (
    <RadioCards
      legend={t('wizard.sizes')}
      legendHidden
      name="size"
      value={values.size === 'own' ? 'own' : sizeOf(sizes, values)}
      onChange={(event) => choose(event.target.value)}
      cards={[
        ...sizes.map((size) => {
          const { total_cpu: cpu, total_ram: memory, total_disk: storage } = size;
          const order = { cpu: cpu ?? NaN, memory: memory ?? NaN, storage: storage ?? NaN };
          const tooSmall = image !== undefined && (storage ?? 0) < minDisk(image);
          return {
            value: size.id,
            title: size.title ?? size.id,
            description: `${cpu === null ? '–' : m('cores', { count: cpu })} · ${gigabytes(memory, locale)} · ${gigabytes(storage, locale)}`,
            aside: pricePerMonth(price(order)?.perMonth, locale),
            disabledReason: tooSmall
              ? t('wizard.tooSmallFor', {
                  image: imageName(image),
                  disk: gigabytes(minDisk(image), locale),
                })
              : null,
          };
        }),
        { value: 'own', title: t('wizard.own'), description: t('wizard.ownText') },
      ]}
    />
  );
}

/** The numbers themselves: those of the chosen size, and one's own once they are changed. */
function Numbers({ parts }: { parts: WizardParts }) {
  const t = useTranslations('instances');
  const locale = useLocale();
  const { field } = parts.form;
  const image = chosenImage(parts);
  const need = minDisk(image);
  const holds = (storage: number) =>
    image && storage < need
      ? t('wizard.needsDisk', { image: imageName(image), disk: gigabytes(need, locale) })
      : null;
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <SizeFields
        field={field}
        cores={t('wizard.cores')}
        disk={{ min: Math.max(1, need), check: holds }}
      />
    </div>
  );
}

function CpuKinds({ parts: { form, values, set, catalogue } }: { parts: WizardParts }) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const locale = useLocale();
  const { name, error } = form.field('cpu_kind');
  const rows = catalogue.prices.get(values.tier_id) ?? [];
  const core = (component: string) =>
    rows.find((row) => row.component === component)?.price_per_hour;
  const card = (kind: 'shared' | 'dedicated') => ({
    value: kind,
    title: m(kind),
    description: t(`wizard.${kind}Text`),
    aside: t('wizard.perCore', { price: pricePerHour(core(`cpu_${kind}`), locale) }),
  });
  return (
    <RadioCards
      legend={t('wizard.cpuKind')}
      name={name}
      error={error ?? null}
      value={values.cpu_kind}
      onChange={(event) =>
        set('cpu_kind', event.target.value === 'dedicated' ? 'dedicated' : 'shared')
      }
      cards={[card('shared'), card('dedicated')]}
    />
  );
}

function Tiers({ tiers, parts }: { tiers: readonly Row<'D76'>[]; parts: WizardParts }) {
  const t = useTranslations('instances');
  const locale = useLocale();
  const { form, values, set, price } = parts;
  const { name, error } = form.field('tier_id', { required: true });
  return (
    <RadioCards
      legend={t('wizard.tier')}
      hint={t('wizard.tierText')}
      name={name}
      error={error ?? null}
      columns={1}
      value={values.tier_id}
      onChange={(event) => set('tier_id', event.target.value)}
      cards={tiers.map((tier) => {
        const cost = price({}, tier.id);
        return {
          value: tier.id,
          title: tier.name ?? tier.id,
          description: tier.description,
          aside: (
            <span className="text-right">
              <span className="block">{pricePerMonth(cost?.perMonth, locale)}</span>
              <span className="text-muted block text-xs">
                {cost ? pricePerHour(cost.perHour, locale) : null}
              </span>
            </span>
          ),
        };
      })}
    />
  );
}
