'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '@/components/ui/copy-button';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import { useGroup } from '@/lib/query/scope';
import { buckets } from '@/lib/resources/awanio';
import { s3Uri } from './address';
import { usePolicies } from './policies';
import { PolicyStatus } from './policy-status';
import type { Bucket } from './storage';

/** The columns of the list of buckets; memoized. Needs the messages `object-storage`. */
export function useBucketColumns(): readonly Column<Bucket>[] {
  const t = useTranslations('object-storage');
  const scope = useGroup();
  const { policies } = usePolicies();
  return useMemo(
    () => [
      column.name<Bucket>('name', t('bucket'), buckets.name, {
        href: ({ name }) => buckets.href(scope, name),
      }),
      column.text<Bucket>(
        'policy',
        t('policy.label'),
        ({ name }) => policies[name]?.policy ?? null,
        { cell: ({ name }) => <PolicyStatus set={policies[name]} /> },
      ),
      column.code<Bucket>('uri', t('uri'), ({ name }) => s3Uri(name), {
        cell: ({ name }) => (
          <span className="-my-1 inline-flex items-center gap-0.5">
            <span className="font-mono wrap-anywhere">{s3Uri(name)}</span>
            <CopyButton text={s3Uri(name)} label={t('copyUri', { name })} />
          </span>
        ),
      }),
      column.instant<Bucket>('created', t('created'), ({ creation_date: at }) => at),
    ],
    [t, scope, policies],
  );
}
