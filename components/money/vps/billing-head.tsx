import type { ReactNode } from 'react';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { Tabs } from '@/components/ui/tabs';
import { translator } from '@/lib/next/intl';
import { paths, type VpsBillingPart } from '@/lib/paths';

const parts = ['deposits', 'credits', 'invoices', 'reports'] as const satisfies VpsBillingPart[];

/** The head of a page of an account's money: breadcrumbs, title, and the tabs of its parts. */
export async function BillingHead({
  slug,
  part,
  refused,
  actions,
}: {
  /** The account's slug. */
  slug: string;
  /** Left out for the overview. */
  part?: VpsBillingPart;
  /** The key may not see the money: then there are no actions. */
  refused: boolean;
  actions?: ReactNode;
}) {
  const [t, words] = await Promise.all([translator('vps-billing'), translator('shell')]);
  const [heading, description] = part
    ? [t(`${part}.heading`), t(`${part}.description`)]
    : [t('heading'), t('description')];
  const home = paths.vpsBilling(slug);
  return (
    <>
      <Breadcrumbs
        trail={
          part ? [{ label: t('heading'), href: home }, { label: heading }] : [{ label: heading }]
        }
      />
      <PageHeader
        title={heading}
        description={description}
        actions={
          refused ? undefined : (
            <>
              {actions}
              <ButtonLink href={paths.topUp({ account: slug })} variant="primary">
                {words('topUp')}
              </ButtonLink>
            </>
          )
        }
      />
      <Tabs
        label={t('parts')}
        tabs={[
          { href: home, label: t('tabs.overview') },
          ...parts.map((each) => ({
            href: paths.vpsBillingPart(slug, each),
            label: t(`tabs.${each}`),
          })),
        ]}
      />
    </>
  );
}
