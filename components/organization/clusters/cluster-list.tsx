'use client';
import { Container } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { DataTable } from '@/components/parts/tables/data-table';
import { usePageRead } from '@/components/parts/tables/use-page-read';
import { usePageWithin } from '@/components/parts/tables/use-page-within';
import { RoleCreateButton } from '@/components/parts/why/create-button';
import type { DialogProps } from '@/components/ui/dialog-props';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { Result } from '@/lib/contract/types';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { clusters } from '@/lib/resources/awanio';
import { clustersChange, useClusterActions } from './actions';
import { clustersInput, isComing } from './cluster';
import { useClusterColumns } from './columns';
import { NoClusterAccess } from './no-access';
import type { ClusterRights } from './rights';

const CreateDialog = lazyNamed(() => import('./create-dialog'), 'CreateDialog');

/** Reads the list often until each cluster runs. */
const pace = (list: Result<'A64'> | undefined) => (list?.data.some(isComing) ? 'fast' : 'slow');

interface ListProps {
  /** What the person's role may do with clusters here. */
  rights: ClusterRights;
  /** Why the server couldn't read the list; the browser reads it again. */
  problem: Problem | null;
}

/** A page of the clusters of an organization or project. A64 neither searches nor sorts. */
export function ClusterList({ rights, problem }: ListProps) {
  const scope = useGroup();
  const t = useTranslations('clusters');
  const params = useSearchParams();
  const input = useMemo(() => clustersInput(scope, params), [scope, params]);
  const query = useBackendQuery('A64', input, { keep: true, poll: pace });
  const columns = useClusterColumns();
  const actions = useClusterActions(rights.create);
  const read = usePageRead('A64', (page) => clustersInput(scope, page));
  usePageWithin(query.data);
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('failed')}
      noAccess={{ shown: <NoClusterAccess /> }}
    >
      {({ data, page }) => (
        <div
          aria-busy={query.isPlaceholderData}
          className={query.isPlaceholderData ? 'opacity-60 transition-opacity' : undefined}
        >
          <DataTable
            id="clusters"
            caption={t('heading')}
            rows={data}
            {...{ columns, actions }}
            rowId={clusters.id}
            identity={clusters}
            tools={<Updated query={query} />}
            server={{
              pages: page?.last_page ?? null,
              total: page?.total ?? null,
              search: false,
              read,
            }}
            csv="kubernetes-clusters"
            empty={
              <EmptyState
                framed
                icon={<Container aria-hidden />}
                title={t('emptyTitle')}
                actions={rights.create ? <CreateCluster rights={rights} /> : undefined}
              >
                {rights.create ? t('emptyText') : t('emptyReader')}
              </EmptyState>
            }
          />
        </div>
      )}
    </Live>
  );
}

/** The button that opens the dialog to create a cluster, or why the person can't. */
export function CreateCluster({ rights: { create, addressField } }: { rights: ClusterRights }) {
  const t = useTranslations('clusters');
  const Dialog = useCallback(
    ({ onClose }: DialogProps) => <CreateDialog {...{ onClose, addressField }} />,
    [addressField],
  );
  return (
    <RoleCreateButton
      label={t('create.label')}
      may={create}
      lacking={clustersChange}
      words={t('noWrite')}
      Dialog={Dialog}
    />
  );
}
