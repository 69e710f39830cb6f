'use client';
import { useTranslations } from 'use-intl';
import { ImagePicker } from '@/components/parts/machines/order/image-picker';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { RadioCards } from '@/components/ui/radio-cards';
import type { Row } from '@/lib/contract/types';
import type { Change } from './adjust';
import { Part } from './part';
import type { WizardParts } from './parts';
import { bySystem, imageName, minDisk } from './values';

/** The choice of a location, and the choices that changed because of it. */
export function LocationSection({
  parts: { values, locations, choice },
  changes,
}: {
  parts: WizardParts;
  changes: readonly Change[];
}) {
  const t = useTranslations('instances');
  const here = locations.find(({ id }) => id === values.location_id)?.name ?? '';
  return (
    <Panel title={t('wizard.location')}>
      <div className="flex flex-col">
        <RadioCards
          legend={t('wizard.location')}
          legendHidden
          hint={t('wizard.locationHint')}
          {...choice('location_id', { required: true })}
          cards={locations.map((one) => ({
            value: one.id,
            title: one.name ?? one.id,
            description: one.country,
          }))}
        />
        <div role="status" className="*:mt-3">
          {changes.length > 0 ? (
            <Callout tone="warn" title={t('wizard.adjusted')}>
              <ul className="list-disc pl-5">
                {changes.map((change) => (
                  <li key={change.what}>
                    {change.what === 'keys'
                      ? t('wizard.changed.keys', { count: change.count })
                      : t(`wizard.changed.${change.what}`, { location: here, to: '', ...change })}
                  </li>
                ))}
              </ul>
            </Callout>
          ) : null}
        </div>
      </div>
    </Panel>
  );
}

/** Words that say why choosing an image made the size larger. */
export interface EnlargedSize {
  image: string;
  /** The disk that the image needs, such as `40 GB`. */
  disk: string;
  /** The name of the new size, or its disk. */
  to: string;
}

interface ImageSectionProps {
  parts: WizardParts;
  enlarged: EnlargedSize | null;
  onChoose: (image: Row<'D74'>) => void;
}

/** Asks for the system to install, then for its version. */
export function ImageSection({ parts, enlarged, onChoose }: ImageSectionProps) {
  const t = useTranslations('instances');
  return (
    <Panel title={t('wizard.image')}>
      <div className="flex flex-col">
        <Part query={parts.catalogue.images}>
          {({ data }) => <Images images={data} parts={parts} onChoose={onChoose} />}
        </Part>
        <div role="status" className="*:mt-3">
          {enlarged ? <Callout>{t('wizard.changed.size', { ...enlarged })}</Callout> : null}
        </div>
      </div>
    </Panel>
  );
}

interface ImagesProps {
  images: readonly Row<'D74'>[];
  parts: WizardParts;
  onChoose: (image: Row<'D74'>) => void;
}

function Images({ images, parts: { choice }, onChoose }: ImagesProps) {
  const systems = [...bySystem(images)].map(([name, versions]) => ({
    name,
    images: versions.map((image) => ({
      id: image.template_id,
      name: imageName(image),
      minDisk: minDisk(image),
    })),
  }));
  const { onChange: _, ...field } = choice('template_id', { required: true });
  return (
    <ImagePicker
      {...field}
      systems={systems}
      onChoose={(id) => {
        const image = images.find(({ template_id }) => template_id === id);
        if (image) onChoose(image);
      }}
    />
  );
}
