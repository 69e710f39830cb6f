import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';
import { translator } from '@/lib/next/intl';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { partlyListed, partNames, type PartName } from './holdings';
import type { ScopeOverview } from './scope-overview';
import { isKeyRefused } from './read-account';
import { Retry } from './retry';
import { dashboardWords } from './words';

interface Gap {
  what: PartName | 'money';
  problem: Problem;
  places: string[];
}

/**
 * What couldn't be read. The same problem of several accounts is one gap. With several accounts, the table of
 * accounts says it of machines and money.
 */
function gapsOf(overviews: readonly ScopeOverview[]): Gap[] {
  const gaps = new Map<string, Gap>();
  const note = (what: Gap['what'], problem: Problem, label: string) => {
    const key = `${what}/${problem.code}`;
    const gap = gaps.get(key) ?? { what, problem, places: [] };
    gap.places.push(label);
    gaps.set(key, gap);
  };
  for (const { scope, holdings, money } of overviews) {
    if (scope.kind === 'account' && isKeyRefused(holdings.machines)) continue; // `KeyRefused` says it once
    for (const name of partNames) {
      const part = holdings[name];
      if (part.kind === 'problem' && !(name === 'machines' && overviews.length > 1))
        note(name, part.problem, scope.label);
    }
    if (money?.problem && overviews.length === 1) note('money', money.problem, scope.label);
  }
  return [...gaps.values()];
}

/** The kinds that have too many rows to read, by account. With several accounts, their table says it of machines. */
function partlyListedIn(overviews: readonly ScopeOverview[]) {
  return overviews.flatMap(({ scope, holdings }) =>
    partlyListed(holdings)
      .filter(({ what }) => what !== 'machines' || overviews.length === 1)
      .map((cut) => ({ ...cut, scope })),
  );
}

/** Replaces everything about a single account whose key is refused. With several accounts, their table says it. */
async function KeyRefused() {
  const { t } = await dashboardWords();
  return (
    <p role="status" className="flex flex-wrap items-start gap-x-3 gap-y-1 text-sm">
      <span className="text-danger flex items-start gap-1.5 font-medium">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t('missing.key')}
      </span>
      <TextLink href={paths.account()}>{t('failed.relink')}</TextLink>
    </p>
  );
}

/** Shows a line with the reason for each part that is missing or not read completely. */
export async function Missing({ overviews }: { overviews: readonly ScopeOverview[] }) {
  const [{ t }, words] = await Promise.all([dashboardWords(), translator('problems')]);
  const gaps = gapsOf(overviews);
  const partly = partlyListedIn(overviews);
  const [only] = overviews;
  if (
    only?.scope.kind === 'account' &&
    overviews.length === 1 &&
    isKeyRefused(only.holdings.machines)
  )
    return <KeyRefused />;
  if (gaps.length + partly.length === 0) return null;
  const relink = gaps.some(({ problem }) => problem.code === 'credential_refused');
  const canRetry = gaps.some(
    ({ problem }) => problem.code !== 'not_offered' && problem.code !== 'credential_refused',
  );
  const limited = gaps.find(({ problem }) => problem.code === 'too_many_requests')?.problem;
  return (
    <div className="text-muted flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-sm">
      <ul className="flex flex-col gap-1">
        {gaps.map(({ what, problem, places: of }) => (
          <Line key={`${what}/${problem.code}`} of={of.length < overviews.length ? of : []}>
            {t('missing.line', {
              what: t(`missing.${what}`),
              why: words(`kinds.${problem.code}.title`),
            })}
          </Line>
        ))}
        {partly.map(({ what, counted, total, scope }) => (
          <Line key={`${what}/${scope.key}`} of={overviews.length > 1 ? [scope.label] : []}>
            {t(`truncated.${what}`, { counted, total })}
          </Line>
        ))}
      </ul>
      {relink ? <TextLink href={paths.account()}>{t('failed.relink')}</TextLink> : null}
      {canRetry ? <Retry label={t('failed.retry')} problem={limited} /> : null}
    </div>
  );
}

/** @param of the accounts that the line is about; empty if it is about all accounts of the page */
function Line({ of, children }: { of: readonly string[]; children: ReactNode }) {
  return (
    <li className="flex items-start gap-1.5">
      <CircleAlert aria-hidden className="text-warn mt-0.5 size-4 shrink-0" />
      <span>
        {children}
        {of.length > 0 ? <span className="text-faint"> ({of.join(', ')})</span> : null}
      </span>
    </li>
  );
}
