'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Panel } from '@/components/ui/panel';
import { SizeCards } from '@/components/parts/machines/order/size-cards';
import { gigabytes } from '@/lib/format';
import type { Row } from '@/lib/contract/types';
import { TierCards } from '../lifecycle/tier-cards';
import { CpuKinds } from '../cpu-kinds';
import { SizeFields } from '../size-fields';
import { Looked, Part } from './part';
import type { WizardParts } from './parts';
import { imageName, minDisk, sizeOf, type SizeTemplate } from './values';

interface SizeSectionProps {
  parts: WizardParts;
  onChoose: (size: SizeTemplate) => void;
}

/** Asks for the size, the kind of cores and the tier. */
export function SizeSection({ parts, onChoose }: SizeSectionProps) {
  const t = useTranslations('instances');
  const { values, catalogue, choice } = parts;
  return (
    <Panel title={t('wizard.size')}>
      <div className="flex flex-col gap-5">
        <Sizes parts={parts} onChoose={onChoose} />
        <Numbers parts={parts} />
        <CpuKinds
          prices={catalogue.prices.get(values.tier_id)}
          columns={2}
          {...choice('cpu_kind')}
        />
        <Part query={catalogue.tiers}>
          {({ data }) => (isOneUnnamed(data) ? null : <Tiers tiers={data} parts={parts} />)}
        </Part>
      </div>
    </Panel>
  );
}

/** Whether there is only one tier and it has no name, so that the choice of a tier is not shown. */
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
  const locale = useLocale();
  const { values, sizes, price, set } = parts;
  const image = chosenImage(parts);
  const choose = (id: string) => {
    const size = sizes.find((one) => one.id === id);
    if (size) onChoose(size);
    else set('size', 'own');
  };
  return (
    <SizeCards
      legend={t('wizard.sizes')}
      legendHidden
      name="size"
      value={values.size === 'own' ? 'own' : sizeOf(sizes, values)}
      onChange={(event) => choose(event.target.value)}
      sizes={sizes.map((size) => {
        const { total_cpu: cpu, total_ram: memory, total_disk: disk } = size;
        const cost = price({ cpu: cpu ?? NaN, memory: memory ?? NaN, storage: disk ?? NaN });
        const tooSmall = image !== undefined && (disk ?? 0) < minDisk(image);
        return {
          id: size.id,
          name: size.title ?? size.id,
          cpu,
          memory,
          disk,
          perMonth: cost?.perMonth ?? null,
          perHour: cost?.perHour ?? null,
          reason: tooSmall
            ? t('wizard.tooSmallFor', {
                image: imageName(image),
                disk: gigabytes(minDisk(image), locale),
              })
            : null,
        };
      })}
      last={{
        value: 'own',
        title: t('wizard.customSize'),
        description: t('wizard.customSizeText'),
      }}
    />
  );
}

/** The number fields. They show the chosen size; changing one makes the size `own`. */
function Numbers({ parts }: { parts: WizardParts }) {
  const t = useTranslations('instances');
  const locale = useLocale();
  const { field } = parts.form;
  const image = chosenImage(parts);
  const need = minDisk(image);
  const diskReason = (storage: number) =>
    image && storage < need
      ? t('wizard.needsDisk', { image: imageName(image), disk: gigabytes(need, locale) })
      : null;
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <SizeFields
        field={field}
        cores={t('wizard.cores')}
        disk={{ min: Math.max(1, need), check: diskReason }}
      />
    </div>
  );
}

/** Asks for the tier and shows what the instance would cost in each. */
function Tiers({ tiers, parts }: { tiers: readonly Row<'D76'>[]; parts: WizardParts }) {
  const t = useTranslations('instances');
  return (
    <Looked onSeen={() => parts.look('tiers')}>
      <TierCards
        legend={t('wizard.tier')}
        hint={t('wizard.tierText')}
        tiers={tiers}
        price={(tier) => parts.price({}, tier)}
        {...parts.choice('tier_id', { required: true })}
      />
    </Looked>
  );
}
