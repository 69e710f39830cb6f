import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { rate, rupiah } from '@/lib/format';
import { translator } from '@/lib/next/intl';
import { settings } from '@/lib/settings';
import type { Place } from './load';
import { countByGroup, sumPerHour } from './machine';
import { ProblemLine } from './problem-line';
import { StateCounts } from './state-counts';

type Words = Awaited<ReturnType<typeof translator<'home'>>>;

/** Which columns have anything to say for this person. */
interface Columns {
  cost: boolean;
  month: boolean;
  create: boolean;
}

const tellsMonth = ({ money }: Place) =>
  money !== null && (money.spent !== null || money.monthEstimate !== null);

/** Each organization, project and VPS account with its machines and its money. `aside` stands at the panel's end. */
export async function PlacesTable({
  places,
  aside,
}: {
  places: readonly Place[];
  aside: ReactNode;
}) {
  const t = await translator('home');
  const columns: Columns = {
    cost: places.some(({ machines }) => machines.kind !== 'hidden'),
    month: places.some(tellsMonth),
    create: places.some(({ create }) => create !== null),
  };
  return (
    <Panel title={t('places.title')} actions={aside} flush>
      <Table caption={t('places.title')}>
        <TableHead>
          <HeadCell>{t('places.place')}</HeadCell>
          <HeadCell>{t('places.kind')}</HeadCell>
          <HeadCell>{t('places.machines')}</HeadCell>
          {columns.cost ? <HeadCell numeric>{t('places.cost')}</HeadCell> : null}
          <HeadCell numeric>{t('places.balance')}</HeadCell>
          {columns.month ? <HeadCell numeric>{t('places.month')}</HeadCell> : null}
          {columns.create ? (
            <HeadCell>
              <span className="sr-only">{t('places.create')}</span>
            </HeadCell>
          ) : null}
        </TableHead>
        <TableBody>
          {places.map((place) => (
            <PlaceRow key={place.scope.key} place={place} columns={columns} t={t} />
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}

function kindOf({ scope, role }: Place, t: Words): string {
  if (scope.kind === 'account') {
    return t('places.kinds.account', { label: settings().NUSA_DEWAVPS_LABEL });
  }
  const kind =
    scope.kind === 'project' && scope.organizationName
      ? t('places.kinds.projectOf', { organization: scope.organizationName })
      : t(`places.kinds.${scope.kind}`);
  return role ? `${kind} · ${t(`places.roles.${role}`)}` : kind;
}

function PlaceRow({ place, columns, t }: { place: Place; columns: Columns; t: Words }) {
  const { scope, machines } = place;
  const known = machines.kind === 'known' ? machines.machines : [];
  const opens = machines.kind !== 'hidden';
  return (
    <TableRow>
      <Cell main>{opens ? <TextLink href={scope.href}>{scope.label}</TextLink> : scope.label}</Cell>
      <Cell label={t('places.kind')} className="text-muted">
        {kindOf(place, t)}
      </Cell>
      <Cell label={t('places.machines')}>
        <MachinesOf place={place} t={t} />
      </Cell>
      {columns.cost ? (
        <Cell label={t('places.cost')} numeric>
          {known.length > 0 ? rate(sumPerHour(known)) : '–'}
        </Cell>
      ) : null}
      <Cell label={t('places.balance')} numeric>
        <BalanceOf place={place} t={t} />
      </Cell>
      {columns.month ? (
        <Cell label={t('places.month')} numeric>
          {tellsMonth(place) ? <MonthOf place={place} t={t} /> : '–'}
        </Cell>
      ) : null}
      {columns.create ? <CreateCell place={place} t={t} /> : null}
    </TableRow>
  );
}

function MonthOf({ place: { money }, t }: { place: Place; t: Words }) {
  const spent = money?.spent ?? null;
  const whole = money?.monthEstimate ?? null;
  return (
    <span className="inline-flex flex-col items-end">
      {spent === null ? null : <span>{t('places.spent', { amount: rupiah(spent) })}</span>}
      {whole === null ? null : (
        <span className="text-faint text-xs">
          {t('places.estimate', { amount: rupiah(whole) })}
        </span>
      )}
    </span>
  );
}

function CreateCell({ place: { scope, create }, t }: { place: Place; t: Words }) {
  return (
    <Cell className="text-right">
      {create ? (
        <ButtonLink
          href={create}
          size="sm"
          variant="quiet"
          icon={<Plus aria-hidden />}
          aria-label={t('places.createIn', { place: scope.label })}
        >
          {t('places.create')}
        </ButtonLink>
      ) : null}
    </Cell>
  );
}

function MachinesOf({ place: { machines, scope }, t }: { place: Place; t: Words }): ReactNode {
  switch (machines.kind) {
    case 'problem':
      return <ProblemLine problem={machines.problem} place={scope.label} />;
    case 'hidden':
      return <span className="text-faint">{t('places.hidden')}</span>;
    case 'unread':
      return <span className="text-faint">{t('places.unread')}</span>;
    case 'known': {
      const counted = machines.machines.length;
      if (counted === 0) return <span className="text-faint">{t('places.none')}</span>;
      return (
        <span className="inline-flex flex-wrap items-center gap-x-3">
          <StateCounts counts={countByGroup(machines.machines)} />
          {machines.total > counted ? (
            <span className="text-faint text-xs">
              {t('places.of', { counted, total: machines.total })}
            </span>
          ) : null}
        </span>
      );
    }
  }
}

function BalanceOf({
  place: { scope, money, machines },
  t,
}: {
  place: Place;
  t: Words;
}): ReactNode {
  if (money?.problem) {
    // One refusal is said once a row.
    return machines.kind === 'problem' ? (
      '–'
    ) : (
      <ProblemLine problem={money.problem} place={scope.label} />
    );
  }
  if (money) return money.balance === null ? '–' : rupiah(money.balance);
  const why = scope.kind === 'project' ? t('places.notHere') : scope.kind === 'account' ? t('places.hidden') : t('places.noMoney'); // prettier-ignore
  return <span className="text-faint">{why}</span>;
}
