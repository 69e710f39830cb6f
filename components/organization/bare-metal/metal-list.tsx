'use client';
import { Cpu, Plus } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useStanding } from '@/components/organization/standing/use-standing';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { News } from '@/components/parts/machines/news';
import { useStatusFilter } from '@/components/parts/machines/status-filter';
import { DataTable } from '@/components/parts/tables/data-table';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { Result } from '@/lib/contract/types';
import { paths, type GroupScope } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { baremetals } from '@/lib/resources/awanio';
import { searchTextOf } from '@/lib/resources/resource';
import { groupParams } from '../vms/group';
import { useMetalActions } from './actions';
import { useMetalColumns } from './columns';
import { maasGroup } from './maas';
import { isWorking, newsOf, withPage, wordOf, type Metal } from './metal';
import { NoMetalAccess } from './no-access';

/** Reads the list often while MAAS is at work on a machine. */
const pace = (list: Result<'A28'> | undefined) => (list?.data.some(isWorking) ? 'fast' : 'slow');

const listInput = (scope: GroupScope) => ({ params: groupParams(scope) });
const searchText = searchTextOf(baremetals);
const groupOf = (metal: Metal) => maasGroup(wordOf(metal));

const metalChange = { area: 'baremetal' } as const;

/** The link to the page that orders machines, or why the person can't use it. */
export function OrderLink({ may }: { may: boolean }) {
  const scope = useGroup();
  const t = useTranslations('bare-metal');
  const icon = <Plus aria-hidden />;
  const refusal = useRoleRefusal(may, metalChange, t('noWrite'));
  if (refusal) {
    return (
      <Button variant="primary" icon={icon} {...refusal}>
        {t('order.title')}
      </Button>
    );
  }
  return (
    <ButtonLink variant="primary" icon={icon} href={paths.newBaremetal(scope)}>
      {t('order.title')}
    </ButtonLink>
  );
}

interface ListProps {
  /** Whether the person's role may change machines here. */
  mayChange: boolean;
  /** Why the server couldn't read the list; the browser reads it again. */
  problem: Problem | null;
}

/** The list of bare-metal machines of an organization or project, read at intervals. */
export function MetalList({ mayChange, problem }: ListProps) {
  const scope = useGroup();
  const t = useTranslations('bare-metal');
  const query = useBackendQuery('A28', listInput(scope), { poll: pace });
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('failed')}
      noAccess={{ shown: <NoMetalAccess /> }}
    >
      {({ data, page }) => {
        const total = page?.total ?? data.length;
        const table = (rows: readonly Metal[]) => (
          <Rows {...{ rows, total, mayChange, query }} key="rows" />
        );
        if (total <= data.length) return table(data);
        return (
          <FurtherPages known={data} page={2}>
            {table}
          </FurtherPages>
        );
      }}
    </Live>
  );
}

interface PagesProps {
  /** The rows of the pages before. */
  known: readonly Metal[];
  page: number;
  children: (rows: readonly Metal[]) => ReactNode;
}

/** Asks for a further page, and for the next one after it, until the backend answers nothing new. */
function FurtherPages({ known, page, children }: PagesProps) {
  const input = { ...listInput(useGroup()), query: { page } };
  const { data } = useBackendQuery('A28', input, { poll: pace });
  if (!data) return children(known);
  const { rows, more } = withPage(known, data);
  if (!more) return children(rows);
  return (
    <FurtherPages known={rows} page={page + 1}>
      {children}
    </FurtherPages>
  );
}

interface RowsProps {
  rows: readonly Metal[];
  /** How many there are, as the backend says. */
  total: number;
  mayChange: boolean;
  query: ComponentProps<typeof Updated>['query'];
}

function Rows({ rows: own, total, mayChange, query }: RowsProps) {
  const t = useTranslations('bare-metal');
  const standing = useStanding(baremetals, listInput, own);
  const { rows, rest, line, again } = standing;
  const refetch = () => Promise.all([query.refetch(), again()]);
  return (
    <>
      <News rows={rows} look={newsOf} />
      {line}
      {own.length < total ? (
        <p className="text-muted mb-3">{t('firstOf', { shown: own.length, total })}</p>
      ) : null}
      <DataTable
        id="bare-metal"
        caption={t('heading')}
        {...{ rows, rest }}
        columns={useMetalColumns(standing)}
        rowId={baremetals.id}
        searchText={searchText}
        filters={useStatusFilter(groupOf)}
        actions={useMetalActions(mayChange, standing.placeOf)}
        identity={baremetals}
        tools={<Updated query={{ dataUpdatedAt: query.dataUpdatedAt, refetch }} />}
        csv="bare-metal"
        empty={
          <EmptyState
            framed
            icon={<Cpu aria-hidden />}
            title={t('emptyTitle')}
            actions={mayChange ? <OrderLink may /> : undefined}
          >
            {t('emptyText')}
          </EmptyState>
        }
      />
    </>
  );
}
