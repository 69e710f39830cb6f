'use client';
import { useLocale, useTranslations } from 'use-intl';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { ProblemNote } from '@/components/ui/error-state';
import { TextLink } from '@/components/ui/text-link';
import { AccountBalance } from '@/components/vps/balance/account-balance';
import { number } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';
import { pricesProblem } from './use-catalogue';
import type { WizardParts } from './parts';
import { prefillOf } from './values';
import { prefillQuery } from './prefill';

/** Shows what the choices cost and when the balance would run out. */
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
      <AccountBalance added={price?.perHour ?? null} ordered={price?.perHour ?? null} />
    </PriceSummary>
  );
}
