'use client';
import { useLocale, useTranslations } from 'use-intl';
import { OrderSummary } from '@/components/parts/machines/order/order-summary';
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
    <OrderSummary
      facts={useFacts(parts)}
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
    </OrderSummary>
  );
}

/** What was chosen besides what has a price. */
function useFacts({ values, catalogue, locations }: WizardParts) {
  const t = useTranslations('instances');
  const m = useTranslations('machines');
  const locale = useLocale();
  const named = (id: string) => catalogue.names.get(id);
  const keys = (catalogue.keys.data?.data ?? []).filter(({ id }) => values.ssh_keys?.includes(id));
  const keyNames = keys.map(({ title, id }) => title ?? id);
  return [
    [m('hostname'), values.hostname],
    [m('location'), locations.find(({ id }) => id === values.location_id)?.name],
    [m('image'), named(values.template_id)],
    [m('tier'), named(values.tier_id)],
    ...(values.address === 'existing'
      ? ([[m('publicAddress'), named(values.public_network)]] as const)
      : []),
    ...(values.vswitch === '' ? [] : ([[m('privateNetwork'), named(values.vswitch)]] as const)),
    [m('username'), values.username],
    [t('wizard.keys'), new Intl.ListFormat(locale).format(keyNames) || t('wizard.noneChosen')],
  ] as const;
}
