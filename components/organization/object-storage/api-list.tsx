'use client';
import { useMemo, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import type { ServerPages } from '@/components/parts/tables/data-table';
import { Callout } from '@/components/ui/callout';
import { TableSkeleton } from '@/components/ui/skeleton';
import { number } from '@/lib/format';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { listFolder } from './folders';
import { LinkKeyButton } from './key-panel';
import { useObjectActions } from './object-actions';
import type { ObjectRow } from './object-columns';
import { listed } from './object-info';
import { ObjectTable, pageSize, type ListProps } from './object-table';
import { bucketParams, type ListedObject } from './storage';
import { useLinkable } from './use-key';

/** A60 answers a whole bucket at once; so many of its objects are shown. */
export const mostListed = 5000;

/** A page of the folder, found among the objects that A60 answers for the whole bucket. */
export function ApiList(props: ListProps) {
  const { bucket } = props.folder;
  const scope = useGroup();
  const t = useTranslations('object-storage');
  const query = useBackendQuery('A60', { params: bucketParams(scope, bucket) });
  return (
    <div className="flex flex-col gap-3">
      <FirstOf count={query.data?.data.length ?? 0} />
      <Live
        query={query}
        failed={t('objects.failed')}
        outline={<TableSkeleton label={t('objects.loading')} />}
      >
        {({ data }) => <ApiRows {...props} data={data} tools={<Updated query={query} />} />}
      </Live>
    </div>
  );
}

/** Says what a list without a linked key leaves out, and offers to link one. */
function FirstOf({ count }: { count: number }) {
  const t = useTranslations('object-storage.objects');
  const locale = useLocale();
  const linkable = useLinkable();
  // A provider may cut the list itself at this number, and doesn't tell.
  if (count >= mostListed)
    return (
      <Callout
        tone="warn"
        title={t('firstOf', { shown: number(mostListed, locale) })}
        actions={<LinkKeyButton size="sm" />}
      >
        <p>{t(linkable ? 'firstOfWhy' : 'firstOfOnly')}</p>
      </Callout>
    );
  if (!linkable) return null;
  return (
    <p className="text-muted flex flex-wrap items-center gap-2 text-sm">
      {t('withKey')} <LinkKeyButton size="sm" />
    </p>
  );
}

function ApiRows({
  data,
  ...props
}: ListProps & { data: readonly ListedObject[]; tools: ReactNode }) {
  const { name, start, page } = props.folder;
  const rows = useMemo(
    () => listFolder(data.slice(0, mostListed).map(listed), name, start),
    [data, name, start],
  );
  const pages = Math.ceil(rows.length / pageSize);
  const shown = useMemo(() => rows.slice((page - 1) * pageSize, page * pageSize), [rows, page]);
  const server: ServerPages<ObjectRow> = {
    pages,
    total: rows.length,
    search: true,
    read: (at) =>
      Promise.resolve({
        data: rows.slice((at - 1) * pageSize, at * pageSize),
        page: { last_page: pages, total: rows.length },
      }),
  };
  const actions = useObjectActions(props.folder.bucket, props.mayChange, props.host);
  return (
    <ObjectTable {...props} {...{ actions, server }} rows={shown} linked={false} csv="objects" />
  );
}
