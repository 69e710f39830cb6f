'use client';
import { useTranslations } from 'use-intl';
import { ImagePicker } from '@/components/parts/machines/order/image-picker';
import { Panel } from '@/components/ui/panel';
import type { Grouped, ImageChoice } from '../catalogue';

interface ImageSectionProps {
  groups: readonly Grouped<ImageChoice>[];
  value: string;
  onChoose: (uuid: string) => void;
  error: string | undefined;
}

/** Chooses the operating system. */
export function ImageSection({ groups, ...field }: ImageSectionProps) {
  const t = useTranslations('vms.wizard');
  const systems = groups.map(({ name, choices }) => ({
    name,
    images: choices.map((image) => ({ ...image, id: image.uuid })),
  }));
  return (
    <Panel title={t('image')}>
      <ImagePicker systems={systems} name="image" {...field} />
    </Panel>
  );
}
