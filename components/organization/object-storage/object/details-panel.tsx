'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Panel } from '@/components/ui/panel';
import { number } from '@/lib/format';
import type { ObjectDetails } from '@/lib/storage/shapes';
import { exactName } from '../exact-name';
import { Facts, StoredText, useFactWords, type Fact } from './facts';

/** What the store tells of an object. */
export function DetailsPanel({ details }: { details: ObjectDetails }) {
  const t = useTranslations('storage-object.facts');
  const locale = useLocale();
  const words = useFactWords();
  const text = (term: string, value: string | null): Fact =>
    value === null || value === ''
      ? null
      : { term, value: <StoredText text={value} label={t('copy', { what: term })} /> };
  const { checksum, parts } = details;
  return (
    <Panel title={t('title')}>
      <Facts
        facts={[
          words.size(details.size),
          words.modified(details.modified),
          words.type(details.type),
          text('ETag', details.etag),
          checksum && text(t('checksum', { algorithm: checksum.algorithm }), checksum.value),
          parts === null ? null : { term: t('parts'), value: number(parts, locale) },
          text(t('class'), details.storage_class),
          text(t('version'), details.version),
          text('Cache-Control', details.cache_control),
          text('Content-Disposition', details.content_disposition),
          text('Content-Encoding', details.content_encoding),
          text('Content-Language', details.content_language),
          text('Expires', details.expires),
        ]}
      />
    </Panel>
  );
}

/** The metadata that programs put with an object. It may hold anything. */
export function MetadataPanel({ metadata }: Pick<ObjectDetails, 'metadata'>) {
  const t = useTranslations('storage-object.metadata');
  const entries = Object.entries(metadata);
  return (
    <Panel title={t('title')}>
      {entries.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <Facts
          facts={entries.map(([name, value]) => ({
            term: <bdi className="font-mono break-all whitespace-pre-wrap">{exactName(name)}</bdi>,
            value: <StoredText text={value} label={t('copy', { name: exactName(name) })} />,
          }))}
        />
      )}
    </Panel>
  );
}
