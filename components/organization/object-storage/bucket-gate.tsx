'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Breadcrumbs, type Crumb } from '@/components/parts/shell/breadcrumbs';
import { GoneState } from '@/components/ui/gone-state';
import { PageHeader } from '@/components/ui/page-header';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { buckets } from '@/lib/resources/awanio';
import { NoStorageAccess } from './no-access';
import { isNotEnabled, storageInput, type Storage } from './storage';

/** What the pages of a bucket get from the server. */
export interface BucketProps {
  bucket: string;
  /** Whether the person's role may read the storage here, and whether it may change it. */
  mayRead: boolean;
  mayChange: boolean;
  /** Why the server couldn't read the buckets; the browser reads them again. */
  problem: Problem | null;
}

/** Shows what is in a bucket while A57 lists it, and otherwise why it can't be shown. */
export function BucketGate({
  bucket,
  mayRead,
  problem,
  trail,
  title,
  children,
}: Omit<BucketProps, 'mayChange'> & {
  /** The breadcrumbs after the list of buckets. */
  trail: readonly Crumb[];
  title: ReactNode;
  children: (storage: Storage) => ReactNode;
}) {
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
          <Breadcrumbs trail={[list, ...trail]} />
          <PageHeader title={title} />
          {stand}
        </>
      )}
    >
      {(storage) =>
        storage?.buckets.some(({ name }) => name === bucket) ? (
          <>
            <Breadcrumbs trail={[list, ...trail]} />
            {children(storage)}
          </>
        ) : (
          gone
        )
      }
    </Live>
  );
}
