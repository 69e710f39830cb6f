'use client';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { PageLink } from '@/components/ui/page-link';
import type { Lockout } from '@/lib/firewall/lockout';
import { paths } from '@/lib/paths';
import type { FirewallContext } from './firewall-context';

/** What a warning says in one line. */
export function useLockoutWords(): (lockout: Lockout) => string {
  const t = useTranslations('firewall');
  return (lockout) =>
    lockout.kind === 'everyone'
      ? t('lockout.everyone')
      : t('lockout.viewer', { address: lockout.address });
}

/**
 * Warns that a change would shut SSH, names the way back in, and has it acknowledged. Nothing where there is
 * nothing to warn of.
 */
export function LockoutNote({
  context: { account, instance },
  warnings,
  sure,
  onSure,
}: {
  context: Pick<FirewallContext, 'account' | 'instance'>;
  warnings: readonly Lockout[];
  sure: boolean;
  onSure: (sure: boolean) => void;
}) {
  const t = useTranslations('firewall');
  const words = useLockoutWords();
  const [first] = warnings;
  if (!first) return null;
  return (
    <Callout tone="danger" role="alert" title={words(first)}>
      <p>
        {t('lockout.text')}{' '}
        {t.rich('lockout.back', {
          link: (chunks) => (
            <PageLink
              href={paths.instanceConsole(account, instance)}
              target="_blank"
              className="font-medium underline"
            >
              {chunks}
            </PageLink>
          ),
        })}
      </p>
      <Checkbox
        label={t('lockout.sure')}
        checked={sure}
        onChange={(event) => onSure(event.target.checked)}
      />
    </Callout>
  );
}
