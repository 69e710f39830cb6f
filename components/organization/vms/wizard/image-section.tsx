'use client';
import { useLocale, useTranslations } from 'use-intl';
import type { FieldProps } from '@/components/parts/forms/use-problem-form';
import { Panel } from '@/components/ui/panel';
import { RadioCards } from '@/components/ui/radio-cards';
import { gigabytes } from '@/lib/format';
import type { Grouped, ImageChoice } from '../catalogue';

interface ImageSectionProps {
  groups: readonly Grouped<ImageChoice>[];
  field: FieldProps;
}

/** Chooses the operating system: the images by group, each with the disk that it needs. */
export function ImageSection({ groups, field: { error, ...field } }: ImageSectionProps) {
  const t = useTranslations('vms.wizard');
  const locale = useLocale();
  return (
    <Panel title={t('image')} description={t('imageText')}>
      {groups.length === 0 ? <p className="text-muted">{t('noImages')}</p> : null}
      <div className="grid gap-4 sm:grid-cols-2 2xl:grid-cols-3">
        {groups.map(({ name, choices }, index) => (
          <RadioCards
            key={name}
            legend={name === '' ? t('otherImages') : name}
            columns={1}
            cards={choices.map((image) => ({
              value: image.uuid,
              title: image.name,
              description:
                image.minDisk > 0
                  ? t('imageMin', { size: gigabytes(image.minDisk, locale) })
                  : undefined,
            }))}
            {...field}
            error={index === 0 ? (error ?? null) : null}
          />
        ))}
      </div>
    </Panel>
  );
}
