'use client';
import { Archive } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { DataTable } from '@/components/parts/tables/data-table';
import { RoleCreateButton } from '@/components/parts/why/create-button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { buckets } from '@/lib/resources/awanio';
import { storageChange, useBucketActions } from './actions';
import { useKnownBuckets, type KnownBucket } from './bucket-word';
import { useBucketColumns } from './columns';
import { storageInput, type Bucket } from './storage';
import { useLinkedKey } from './use-key';

const CreateDialog = lazyNamed(() => import('./create-dialog'), 'CreateDialog');

const nameOf = ({ name }: KnownBucket) => name;

interface ListProps {
  /** Whether the person's role may change the storage here. */
  mayChange: boolean;
  /** Why the server couldn't read the list; the browser reads it again. */
  problem: Problem | null;
}

/** The buckets of an organization or project, A57. */
export function BucketList({ mayChange, problem }: ListProps) {
  const scope = useGroup();
  const t = useTranslations('object-storage');
  const query = useBackendQuery('A57', storageInput(scope), { poll: 'slow' });
  return (
    <Live query={query} problem={problem} failed={t('bucketsFailed')}>
      {(storage) => <Buckets rows={storage?.buckets ?? none} {...{ query, mayChange }} />}
    </Live>
  );
}

function Buckets({
  rows: given,
  query,
  mayChange,
}: {
  rows: readonly Bucket[];
  query: ComponentProps<typeof Updated>['query'];
  mayChange: boolean;
}) {
  const t = useTranslations('object-storage');
  const columns = useBucketColumns();
  const actions = useBucketActions(mayChange);
  const rows = useKnownBuckets(given);
  const linked = Boolean(useLinkedKey().data);
  return (
    <div>
      <DataTable
        id="buckets"
        caption={t('buckets')}
        {...{ rows, columns, actions }}
        rowId={nameOf}
        searchText={nameOf}
        identity={buckets}
        tools={<Updated query={query} />}
        csv="buckets"
        empty={
          <div className="border-line bg-surface rounded-md border">
            <EmptyState
              icon={<Archive aria-hidden />}
              title={t('emptyTitle')}
              actions={mayChange ? <CreateBucket may /> : undefined}
            >
              {t('emptyText')}
            </EmptyState>
          </div>
        }
      />
      {linked ? null : <p className="text-faint mt-2 text-sm text-pretty">{t('policy.note')}</p>}
    </div>
  );
}

const none: readonly Bucket[] = [];

/** The button that opens the dialog to create a bucket, or why the person can't. */
export function CreateBucket({ may }: { may: boolean }) {
  const t = useTranslations('object-storage');
  return (
    <RoleCreateButton
      label={t('create.label')}
      may={may}
      lacking={storageChange}
      words={t('noWrite')}
      Dialog={CreateDialog}
    />
  );
}
