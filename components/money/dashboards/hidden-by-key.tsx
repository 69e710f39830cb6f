import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { ScopeOverview } from './scope-overview';
import { dashboardWords } from './words';

/** Says quietly what the key of an account doesn't see, in place of sections that stay away. */
export async function HiddenByKey({ overview: { holdings, money } }: { overview: ScopeOverview }) {
  const { t } = await dashboardWords();
  const parts = [
    holdings.machines.kind === 'hidden' ? t('unseen.machines') : null,
    holdings.addresses.kind === 'hidden' ? t('unseen.networks') : null,
    money === null ? t('unseen.billing') : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return (
    <p className="text-muted flex flex-wrap gap-x-3 text-sm">
      {t('unseen.line', { what: parts.join(', ') })}
      <TextLink href={paths.account()}>{t('unseen.link')}</TextLink>
    </p>
  );
}
