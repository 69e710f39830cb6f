'use client';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { ActionButtons } from '@/components/parts/actions/action-buttons';
import { Live } from '@/components/parts/answers/live';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { GoneState } from '@/components/ui/gone-state';
import { PageHeader } from '@/components/ui/page-header';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { buckets } from '@/lib/resources/awanio';
import { useBucketActions } from './actions';
import { hostOf } from './address';
import { FolderPath } from './folder-path';
import { NoStorageAccess } from './no-access';
import { ObjectList } from './object-list';
import { usePolicies } from './policies';
import { PolicyStatus } from './policy-status';
import { isNotEnabled, storageInput } from './storage';
import { useFolder } from './use-folder';

interface ViewProps {
  bucket: string;
  /** Whether the person's role may read the storage here, and whether it may change it. */
  mayRead: boolean;
  mayChange: boolean;
  /** Why the server couldn't read the buckets; the browser reads them again. */
  problem: Problem | null;
}

/** The page of one bucket. It is gone once A57 doesn't list it any more. */
export function BucketView({ bucket, mayRead, mayChange, problem }: ViewProps) {
  const scope = useGroup();
  const t = useTranslations('object-storage');
  const query = useBackendQuery('A57', storageInput(scope), { poll: 'slow' });
  const list = { label: t('heading'), href: buckets.page(scope) };
  const gone = (
    <>
      <Breadcrumbs trail={[list]} />
      <GoneState title={t('gone.title')} back={{ href: list.href, label: t('gone.toList') }}>
        {t('gone.text')}
      </GoneState>
    </>
  );
  if (!mayRead)
    return (
      <>
        <PageHeader title={t('heading')} />
        <NoStorageAccess />
      </>
    );
  if (isNotEnabled(query.error?.problem ?? (query.data === undefined ? problem : null)))
    return gone;
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('bucketsFailed')}
      noAccess={{ shown: <NoStorageAccess /> }}
      around={(stand) => (
        <>
          <Breadcrumbs trail={[list, { label: bucket }]} />
          <PageHeader title={bucket} />
          {stand}
        </>
      )}
    >
      {(storage) =>
        storage?.buckets.some(({ name }) => name === bucket) ? (
          <>
            <Breadcrumbs trail={[list, { label: bucket }]} />
            <Head bucket={bucket} mayChange={mayChange} />
            <Folder bucket={bucket} mayChange={mayChange} host={hostOf(storage)} />
          </>
        ) : (
          gone
        )
      }
    </Live>
  );
}

function Head({ bucket, mayChange }: { bucket: string; mayChange: boolean }) {
  const scope = useGroup();
  const router = useRouter();
  const { policies } = usePolicies();
  const left = useCallback(() => router.push(buckets.page(scope)), [router, scope]);
  const actions = useBucketActions(mayChange, left);
  return (
    <PageHeader
      title={bucket}
      status={
        <span role="status">
          <PolicyStatus set={policies[bucket]} chip />
        </span>
      }
      actions={
        <ActionButtons actions={actions} row={{ name: bucket }} identity={buckets} shown={2} />
      }
    />
  );
}

function Folder({
  bucket,
  mayChange,
  host,
}: {
  bucket: string;
  mayChange: boolean;
  host: string | null;
}) {
  const folder = useFolder(bucket);
  return (
    <>
      <FolderPath folder={folder} />
      <ObjectList {...{ folder, mayChange, host }} />
    </>
  );
}
