import { Server } from 'lucide-react';
import { redirect } from 'next/navigation';
import type { Scope } from '@/components/shell/scopes';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { translator } from '@/lib/next/intl';
import { requireSession, signInUrl } from '@/lib/next/session';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { isOwnAccount, type Session } from '@/lib/session/session';
import { KeepFresh } from './keep-fresh';
import { loadPlaces, type Place } from './load';
import { PlacesTable } from './places-table';
import { RecentTable } from './recent-table';
import { Retry } from './retry';
import { Totals } from './totals';

/** Ways to a first machine that are offered at once. */
const mostOffers = 3;

/** Whether the key that the person signed in with is refused now: then nobody is signed in, really. */
function ownKeyRefused(session: Session, places: readonly Place[]): boolean {
  return places.some(({ scope, machines }) => {
    if (scope.kind !== 'account' || machines.kind !== 'problem') return false;
    const account = session.accounts.find(({ slug }) => slug === scope.account);
    const own = account !== undefined && isOwnAccount(session, account);
    return own && machines.problem.code === 'credential_refused';
  });
}

/** All accounts of a person on one page. */
export async function Overview({
  scopes,
  problem,
}: {
  scopes: readonly Scope[];
  /** Why some scopes are missing. */
  problem: Problem | null;
}) {
  const [session, { places, at }] = await Promise.all([
    requireSession(paths.home()),
    loadPlaces(scopes),
  ]);
  if (ownKeyRefused(session, places)) redirect(signInUrl(paths.home(), 'refused'));
  const machines = places.flatMap((place) =>
    place.machines.kind === 'known' ? place.machines.machines : [],
  );
  const seesMachines = places.some((place) => place.machines.kind !== 'hidden');
  const readAll = places.every(({ machines: { kind } }) => kind === 'known' || kind === 'hidden');
  const cut = places.some(
    (place) =>
      place.machines.kind === 'known' && place.machines.total > place.machines.machines.length,
  );
  const busy = machines.some(({ group }) => group === 'busy');
  if (places.length === 0 && problem === null) return <Nowhere session={session} />;
  return (
    <div className="flex flex-col gap-4">
      {problem ? <ScopesProblem problem={problem} /> : null}
      {machines.length > 0 ? (
        <Totals machines={machines} partial={!readAll || cut || problem !== null} />
      ) : null}
      {places.length > 0 ? (
        <PlacesTable places={places} aside={<KeepFresh at={at} busy={busy} />} />
      ) : null}
      {machines.length > 0 ? <RecentTable machines={machines} /> : null}
      {machines.length === 0 && seesMachines && readAll ? <NoMachine places={places} /> : null}
    </div>
  );
}

async function ScopesProblem({ problem }: { problem: Problem }) {
  const [t, words] = await Promise.all([translator('home'), translator('problems')]);
  return (
    <Callout tone="danger" title={t('failed.scopes')} actions={<Retry label={t('failed.retry')} />}>
      <p>{words(`kinds.${problem.code}.text`)}</p>
    </Callout>
  );
}

async function NoMachine({ places }: { places: readonly Place[] }) {
  const t = await translator('home');
  const offers = places.filter(({ create }) => create !== null).slice(0, mostOffers);
  return (
    <div className="border-line bg-surface rounded-md border">
      <EmptyState
        icon={<Server aria-hidden />}
        title={t('empty.title')}
        actions={offers.map(({ scope, create }, index) => (
          <ButtonLink
            key={scope.key}
            href={create ?? scope.href}
            variant={index === 0 ? 'primary' : 'secondary'}
          >
            {t('empty.action', { place: scope.label })}
          </ButtonLink>
        ))}
      >
        {offers.length > 0 ? t('empty.text') : null}
      </EmptyState>
    </div>
  );
}

async function Nowhere({ session }: { session: Session }) {
  const t = await translator('home');
  return (
    <EmptyState
      icon={<Server aria-hidden />}
      title={t('nowhere.title')}
      actions={<ButtonLink href={paths.account()}>{t('nowhere.link')}</ButtonLink>}
    >
      {t('nowhere.text', { detail: session.person.detail })}
    </EmptyState>
  );
}
