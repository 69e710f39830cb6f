'use client';
import { useTranslations } from 'use-intl';
import { GoneState } from '@/components/ui/gone-state';
import { paths } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { placeOf } from './place';

/** Replaces the page of an object that isn't there. */
export function ObjectGone({ bucket, objectKey }: { bucket: string; objectKey: string }) {
  const scope = useGroup();
  const t = useTranslations('storage-object.gone');
  const prefix = placeOf(objectKey).folders.at(-1)?.prefix;
  return (
    <GoneState
      title={t('title')}
      back={{ href: paths.bucket(scope, bucket, { prefix }), label: t('toFolder') }}
    >
      {t('text')}
    </GoneState>
  );
}
