'use client';
import { useTranslations } from 'use-intl';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { components, unitPrice, type PriceComponent } from '@/lib/pricing';
import { tierColumn, TierFigure } from './tier-figure';
import { componentsOf, type PricedComponent, type PricedTier } from './priced-tier';

const isKnown = (component: string): component is PriceComponent =>
  (components as readonly string[]).includes(component);

/** Lists what one core, one GB and one address cost in each tier (D77). */
export function UnitTable({ tiers }: { tiers: readonly PricedTier[] }) {
  const t = useTranslations('prices');
  const priced = componentsOf(tiers, components);
  // Until the prices of a tier are loaded, show an outline of the components that most tiers have.
  const rows =
    priced.length > 0 ? priced : components.map((component) => ({ component, unit: null }));
  const label = ({ component, unit }: PricedComponent) =>
    isKnown(component)
      ? t(`units.${component}`)
      : unit === null
        ? component
        : t('units.other', { component, unit });
  return (
    // If the tiers don't fit, the table scrolls; `tabIndex` lets the keyboard scroll it.
    <div role="region" aria-label={t('units.title')} tabIndex={0} className="overflow-x-auto">
      <PlainTable<PricedComponent>
        caption={t('units.title')}
        columns={[
          { id: 'part', header: t('units.part'), main: true, cell: label },
          ...tiers.map((tier) =>
            tierColumn<PricedComponent>(tier, ({ component }) => (
              <TierFigure
                tier={tier}
                amount={tier.rows ? unitPrice(tier.rows, component) : undefined}
              />
            )),
          ),
        ]}
        rows={rows}
        rowId={({ component }) => component}
      />
    </div>
  );
}
