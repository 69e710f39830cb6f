'use client';
/** The panels of an object storage: what it is, and the key that the session has. */
import { useLocale, useTranslations } from 'use-intl';
import { Copyable } from '@/components/parts/machines/copyable';
import { CodeBlock } from '@/components/ui/code-block';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { Panel } from '@/components/ui/panel';
import { gigabytes } from '@/lib/format';
import { hostOf, originOf } from './address';
import { profileOf } from './credentials-file';
import { KeyPanel } from './key-panel';
import type { Storage } from './storage';

/** Shows an object storage's facts (A55), its key and how programs use it. */
export function StoragePanels({ storage }: { storage: Storage }) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <FactsPanel storage={storage} />
      <div className="flex min-w-0 flex-col gap-4">
        <KeyPanel />
        <ToolsPanel storage={storage} />
      </div>
    </div>
  );
}

function FactsPanel({ storage }: { storage: Storage }) {
  const t = useTranslations('object-storage.facts');
  const locale = useLocale();
  const { subdomain_name: subdomain, custom_domain_name: domain, credentials } = storage;
  return (
    <Panel title={t('title')}>
      <KeyValue
        pairs={[
          { term: t('size'), value: gigabytes(storage.size_gb, locale) },
          {
            term: t('address'),
            value: subdomain ? <Copyable text={subdomain} label={t('copyAddress')} /> : '–',
          },
          {
            term: t('domain'),
            value: domain ? <Copyable text={domain} label={t('copyDomain')} /> : t('noDomain'),
          },
          {
            term: t('keys'),
            value: credentials.length === 0 ? t('noKeys') : <Keys of={credentials} />,
          },
          { term: t('created'), value: <Instant iso={storage.created_at} as="exact" /> },
          { term: t('id'), value: <Copyable text={storage.uuid} label={t('copyId')} /> },
        ]}
      />
    </Panel>
  );
}

/** The access keys. Their secrets were told once, when the storage was enabled. */
function Keys({ of }: { of: Storage['credentials'] }) {
  const t = useTranslations('object-storage.facts');
  return (
    <ul className="flex flex-col gap-1">
      {of.map(({ uuid, access_key: key, created_at: at }) => (
        <li key={uuid} className="flex flex-col">
          {key ? <Copyable text={key} label={t('copyKey', { key })} /> : '–'}
          <span className="text-faint text-xs">
            {t('keyCreated')} <Instant iso={at} as="exact" />
          </span>
        </li>
      ))}
    </ul>
  );
}

function ToolsPanel({ storage }: { storage: Storage }) {
  const t = useTranslations('object-storage.tools');
  const host = hostOf(storage);
  if (host === null) return null;
  const profile = profileOf(host);
  const code = [
    `aws --profile ${profile} \\\n  --endpoint-url ${originOf(host)} s3 ls`,
    `rclone lsd --s3-provider Other --s3-env-auth \\\n  --s3-profile ${profile} --s3-endpoint ${originOf(host)} :s3:`,
    `s3cmd --host=${host} --host-bucket=${host} ls`,
  ].join('\n');
  return (
    <Panel title={t('title')}>
      <p className="mb-2">{t('text')}</p>
      <CodeBlock label={t('title')} code={code} />
    </Panel>
  );
}
