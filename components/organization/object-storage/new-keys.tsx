'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { LeaveGuard } from '@/components/parts/forms/leave-guard';
import { Copyable } from '@/components/parts/machines/copyable';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { KeyValue } from '@/components/ui/key-value';
import { Spinner } from '@/components/ui/spinner';
import { hostOf } from './address';
import { credentialsFile, profileOf, type NewKey } from './credentials-file';
import { StoreProblem } from './store-problem';
import { newKeysOf, type Made } from './use-made';

async function download(key: NewKey, host: string | null) {
  const { saveBlob } = await import('@/components/parts/files/save-blob');
  const blob = new Blob([credentialsFile(key, host)], { type: 'text/plain' });
  saveBlob(blob, `${profileOf(host)}-s3-credentials.ini`);
}

/** Shows the access key of a storage that was just enabled: the provider tells its secret this once. */
export function NewKeys(made: Made) {
  const { storage, close } = made;
  const t = useTranslations('object-storage.newKey');
  const keys = newKeysOf(storage);
  return (
    <div className="mb-4">
      <Callout
        tone={keys.length > 0 ? 'good' : 'warn'}
        role="status"
        title={t('title')}
        actions={
          <Button size="sm" onClick={close}>
            {keys.length > 0 ? t('saved') : t('close')}
          </Button>
        }
      >
        <p>{keys.length > 0 ? t('once') : t('lost')}</p>
        {keys.map((key) => (
          <OneKey key={key.accessKey} of={key} host={hostOf(storage)} />
        ))}
        {keys.length > 0 ? <Keeping {...made} /> : null}
      </Callout>
      <LeaveGuard
        active={keys.length > 0}
        words={{ title: t('leaveTitle'), text: t('leaveText') }}
      />
    </div>
  );
}

function OneKey({ of, host }: { of: NewKey; host: string | null }) {
  const t = useTranslations('object-storage.newKey');
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <KeyValue
        pairs={[
          { term: t('access'), value: <Copyable text={of.accessKey} label={t('copyAccess')} /> },
          { term: t('secret'), value: <Copyable text={of.secretKey} label={t('copySecret')} /> },
        ]}
      />
      <span>
        <Button size="sm" icon={<Download aria-hidden />} onClick={() => void download(of, host)}>
          {t('download')}
        </Button>
      </span>
    </div>
  );
}

/** Tells whether the session keeps the new key. */
function Keeping({ keeping, again }: Pick<Made, 'keeping' | 'again'>) {
  const t = useTranslations('object-storage.newKey');
  if (keeping === 'not-asked') return null;
  if (keeping === 'kept') return <p role="status">{t('kept')}</p>;
  if (keeping === 'working')
    return (
      <p role="status" className="text-muted flex items-center gap-2">
        <Spinner /> {t('keeping')}
      </p>
    );
  return <StoreProblem problem={keeping} what={t('notKept')} onRetry={again} />;
}
