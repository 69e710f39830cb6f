'use client';
import { useLocale, useTranslations } from 'use-intl';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { Callout } from '@/components/ui/callout';
import { ProblemNote } from '@/components/ui/error-state';
import { TextLink } from '@/components/ui/text-link';
import { duration, number, rupiah } from '@/lib/format';
import { paths } from '@/lib/paths';
import { balanceCover } from '@/lib/pricing';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { useAccount } from '@/lib/query/scope';
import { pricesProblem } from './use-catalogue';
import type { WizardParts } from './parts';
import { prefillOf } from './values';
import { prefillQuery } from './prefill';

/** What the choices cost, and what the balance says to that. */
export function Summary({ parts }: { parts: WizardParts }) {
  const account = useAccount();
  const t = useTranslations('instances');
  const locale = useLocale();
  const price = parts.price();
  const { pricesFailed, pricesProblems, retryPrices } = parts.catalogue;
  const label = (component: NonNullable<typeof price>['missing'][number], quantity: number) =>
    t(`wizard.lines.${component}`, { quantity: number(quantity, locale) });
  const missing = (price?.lines ?? []).filter(({ component }) =>
    price?.missing.includes(component),
  );
  return (
    <PriceSummary
      estimate
      lines={(price?.lines ?? []).map(({ component, quantity, perHour }) => ({
        label: label(component, quantity),
        perHour,
      }))}
      perHour={price?.perHour ?? null}
      perMonth={price?.perMonth ?? null}
    >
      {missing.length > 0 ? (
        <p className="text-warn text-sm">
          {t('wizard.missingPrices', {
            parts: missing.map(({ component, quantity }) => label(component, quantity)).join('; '),
          })}
        </p>
      ) : null}
      {pricesFailed ? (
        <ProblemNote
          problem={pricesProblem(pricesProblems)}
          what={t('wizard.partFailed')}
          onRetry={retryPrices}
        />
      ) : null}
      <p className="text-faint text-sm">{t('wizard.chargedFrom')}</p>
      <p className="text-sm">
        <TextLink href={paths.prices(account, prefillQuery(prefillOf(parts.values)))}>
          {t('wizard.compare')}
        </TextLink>
      </p>
      <Balance perHour={price?.perHour ?? null} />
    </PriceSummary>
  );
}

/** How far the balance goes with everything that runs now and this. */
function Balance({ perHour }: { perHour: number | null }) {
  const t = useTranslations('instances');
  const locale = useLocale();
  const summary = useBackendQuery('D78', {});
  if (summary.error && !summary.data) {
    const hidden = summary.error.problem.code === 'no_access';
    return (
      <p className="text-faint text-sm">
        {t(hidden ? 'wizard.balanceHidden' : 'wizard.balanceFailed')}
      </p>
    );
  }
  const balance = summary.data?.actual_balance ?? summary.data?.current_balance;
  if (balance === null || balance === undefined) return null;
  const cover = balanceCover(balance, summary.data?.current_hour_cost ?? null, perHour ?? 0);
  return (
    <div className="border-line flex flex-col gap-2 border-t pt-3" aria-live="polite">
      <p className="flex justify-between gap-4">
        <span className="text-muted">{t('wizard.balance')}</span>
        <span className="tabular font-medium">{rupiah(balance)}</span>
      </p>
      {perHour === null || cover.hours === null ? null : (
        <p className="text-muted text-sm">
          {t('wizard.lasts', { span: duration(cover.hours * 3600, locale) })}
        </p>
      )}
      {perHour === null || cover.firstDay ? null : (
        <Callout tone="warn" title={t('wizard.shortTitle')}>
          {t('wizard.shortNeeds', { day: rupiah(perHour * 24) })} {t('wizard.shortText')}
        </Callout>
      )}
    </div>
  );
}
