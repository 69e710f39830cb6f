'use client';
import { useTranslations } from 'use-intl';
import { Panel } from '@/components/ui/panel';
import { objectUrl, s3Uri } from '../address';
import { Facts, StoredText } from './facts';

/** The addresses of an object, and its key. */
export function AddressPanel({
  bucket,
  objectKey,
  host,
}: {
  bucket: string;
  objectKey: string;
  host: string | null;
}) {
  const t = useTranslations('storage-object.addresses');
  const url = objectUrl(host, bucket, objectKey);
  const shown = (term: string, text: string) => ({
    term,
    value: <StoredText text={text} label={t('copy', { what: term })} />,
  });
  return (
    <Panel title={t('title')}>
      <Facts
        facts={[
          shown(t('key'), objectKey),
          shown(t('s3'), s3Uri(bucket, objectKey)),
          url === null
            ? { term: t('url'), value: host === null ? '–' : t('steps') }
            : shown(t('url'), url),
        ]}
      />
    </Panel>
  );
}
