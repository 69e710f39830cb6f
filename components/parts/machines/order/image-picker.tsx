'use client';
import { useLocale, useTranslations } from 'use-intl';
import { ImageName } from '@/components/parts/machines/image-name';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { gigabytes } from '@/lib/format';
import { isolated } from '@/lib/intl/foreign';

/** An image to choose. */
export interface PickedImage {
  id: string;
  name: string;
  /** The least disk that it needs, in GB; 0 if it isn't known. */
  minDisk: number;
}

/** The images of one system, newest first or as the provider lists them. */
export interface ImageSystem {
  name: string;
  images: readonly PickedImage[];
}

interface ImagePickerProps {
  systems: readonly ImageSystem[];
  /** The id of the chosen image; empty for none. */
  value: string;
  onChoose: (id: string) => void;
  /** The name of the field of the form. */
  name: string;
  error?: string | null | undefined;
}

/** Asks for the system to install, then for its version. Needs the messages `order`. */
export function ImagePicker({ systems, value, onChoose, name, error }: ImagePickerProps) {
  const t = useTranslations('order');
  const locale = useLocale();
  const system = systems.find(({ images }) => images.some(({ id }) => id === value));
  const need = system?.images.find(({ id }) => id === value)?.minDisk ?? 0;
  if (systems.length === 0) return <p className="text-muted">{t('noImages')}</p>;
  return (
    <div className="flex flex-col gap-3">
      <RadioCards
        legend={t('system')}
        name="system"
        columns={3}
        value={system?.name ?? ''}
        onChange={({ target }) => {
          const first = systems.find((each) => each.name === target.value)?.images[0];
          if (first) onChoose(first.id);
        }}
        cards={systems.map(({ name: title, images }) => ({
          value: title,
          title: <ImageName image={title === '' ? t('otherImages') : title} />,
          description: t('versions', { count: images.length }),
        }))}
      />
      <Select
        label={t('version')}
        className="max-w-sm"
        hint={need > 0 ? t('minDisk', { disk: gigabytes(need, locale) }) : undefined}
        name={name}
        aria-required
        value={value}
        error={error ?? null}
        onChange={({ target }) => onChoose(target.value)}
      >
        {(system?.images ?? []).map((image) => (
          <option key={image.id} value={image.id}>
            {isolated(image.name)}
          </option>
        ))}
      </Select>
    </div>
  );
}
