'use client';
import { Suspense, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { lazyNamed } from '@/components/ui/lazy-named';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { useGroup } from '@/lib/query/scope';
import { buckets } from '@/lib/resources/awanio';
import { s3Uri } from './address';
import type { KnownBucket } from './bucket-word';
import type { Bucket } from './storage';

// It isn't needed for the list to be read.
const BucketAccess = lazyNamed(() => import('./bucket-access'), 'BucketAccess', 'quiet');

type Row = Bucket & KnownBucket;

/** The columns of the list of buckets; memoized. Needs the messages `object-storage`. */
export function useBucketColumns(): readonly Column<Row>[] {
  const t = useTranslations('object-storage');
  const scope = useGroup();
  return useMemo(
    () => [
      column.name<Row>('name', t('bucket'), buckets.name, {
        href: ({ name }) => buckets.href(scope, name),
      }),
      column.text<Row>(
        'policy',
        t('policy.label'),
        ({ word }) => (word ? t(`policy.${word}`) : null),
        {
          cell: ({ name }) => (
            <Suspense fallback={null}>
              <BucketAccess bucket={name} />
            </Suspense>
          ),
          at: 'state',
        },
      ),
      column.code<Row>('uri', t('uri'), ({ name }) => s3Uri(name), {
        cell: ({ name }) => (
          <span className="-my-1 inline-flex items-center gap-0.5">
            <span className="font-mono wrap-anywhere">{s3Uri(name)}</span>
            <CopyButton text={s3Uri(name)} label={t('copyUri', { name })} />
          </span>
        ),
      }),
      column.instant<Row>('created', t('created'), ({ creation_date: at }) => at),
    ],
    [t, scope],
  );
}
