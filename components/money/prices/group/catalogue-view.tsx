'use client';
import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { SearchBox } from '@/components/parts/tables/search-box';
import {
  useListState,
  type ChangeList,
  type ListState,
} from '@/components/parts/tables/use-list-state';
import { loadRowModel } from '@/components/parts/tables/use-shown';
import { LoadGuard } from '@/components/ui/load-guard';
import { Panel } from '@/components/ui/panel';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useGroup } from '@/lib/query/scope';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { linesUrl, withLine } from '../../estimate/lines';
import { useEstimate } from '../../estimate/use-estimate';
import { planLine } from '../../estimate/group/plan-lines';
import type { MayCreate } from '../../offers/group/create-plan';
import { ImageTable, type Image } from './image-table';
import { usePlanColumns, type PlanLinks } from './plan-columns';
import { byKind, plansOf, type Plan, type PlanKind } from '../../offers/group/plans';
import { SectionTable } from './section-table';

export interface CatalogueViewProps {
  may: MayCreate;
  /** Problems of the server's reads, shown until the browser has read again. */
  problems: Record<'A33' | 'A34', Problem | null>;
}

/** Kinds that have a section even if the provider offers none. */
const always: readonly PlanKind[] = ['vm', 'baremetal', 'volume', 'pods'];
const idOf = ({ uuid }: Plan) => uuid;

/** The provider's price list: machines, bare metal, volumes, Kubernetes, addresses and images, with one search for all. */
export function CatalogueView({ may, problems }: CatalogueViewProps) {
  const t = useTranslations('catalogue');
  const [state, change] = useListState();
  const plans = useBackendQuery('A34', {});
  const images = useBackendQuery('A33', {});
  const links = useLinks(may);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <SearchBox
          value={state.q}
          onChange={(q) => change({ q })}
          onUse={() => void loadRowModel().catch(() => {})}
        />
        <Sections />
      </div>
      <LoadGuard load={loadRowModel}>
        {() => (
          <>
            <Live query={plans} problem={problems.A34} failed={t('failed')}>
              {({ data }) => <Plans rows={data} {...{ links, state, change }} />}
            </Live>
            <Section id="images" title={t('images')} description={t('imagesText')}>
              <Live query={images} problem={problems.A33} failed={t('imagesFailed')}>
                {({ data }) =>
                  data.length === 0 ? (
                    <None />
                  ) : (
                    <ImageTable images={data} create={links.image} {...{ state, change }} />
                  )
                }
              </Live>
            </Section>
          </>
        )}
      </LoadGuard>
    </div>
  );
}

/** Where plans and images lead in the current organization or project. */
function useLinks(may: MayCreate): PlanLinks & { image: (image: Image) => string | null } {
  const scope = useGroup();
  const { lines } = useEstimate();
  return useMemo(
    () => ({
      may,
      estimate: (plan) => {
        const line = planLine(plan);
        return line ? linesUrl(paths.groupEstimate(scope), withLine(lines, line)) : null;
      },
      image: ({ uuid, service }) =>
        may.machines && (service === null || service === 'compute')
          ? paths.newVm(scope, { image: uuid })
          : null,
    }),
    [scope, may, lines],
  );
}

/** Links to the sections, since the page is long. */
function Sections() {
  const t = useTranslations('catalogue');
  const sections = always.map((kind) => ({ id: kind, title: t(`kinds.${kind}`) }));
  return (
    <nav aria-label={t('sections')}>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {[...sections, { id: 'images', title: t('images') }].map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className="link">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ListProps {
  links: PlanLinks;
  state: ListState;
  change: ChangeList;
}

function Plans({ rows, ...list }: ListProps & { rows: Parameters<typeof plansOf>[0] }) {
  const sections = useMemo(() => byKind(plansOf(rows), always), [rows]);
  return sections.map(({ kind, plans }) => (
    <PlanSection key={kind} {...{ kind, plans }} {...list} />
  ));
}

function PlanSection({
  kind,
  plans,
  links,
  state,
  change,
}: ListProps & { kind: PlanKind; plans: readonly Plan[] }) {
  const t = useTranslations('catalogue');
  const columns = usePlanColumns(plans, links);
  const title = t(`kinds.${kind}`);
  const searchText = useMemo(
    () => (plan: Plan) => [title, plan.name, plan.group, plan.uuid].join(' '),
    [title],
  );
  return (
    <Section id={kind} title={title} description={t(`about.${kind}`)}>
      {plans.length === 0 ? (
        <None />
      ) : (
        <SectionTable
          caption={title}
          rows={plans}
          rowId={idOf}
          {...{ columns, searchText, state, change }}
        />
      )}
    </Section>
  );
}

function Section({
  id,
  title,
  description,
  children,
}: {
  id: string;
  title: string;
  description: string;
  children: ReactNode;
}) {
  return (
    <div id={id} className="scroll-mt-16">
      <Panel title={title} description={description} flush>
        {children}
      </Panel>
    </div>
  );
}

function None() {
  return <p className="text-muted p-4">{useTranslations('catalogue')('none')}</p>;
}
