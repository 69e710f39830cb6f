'use client';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { PageLink } from '@/components/ui/page-link';
import type { Lockout } from '@/lib/firewall/lockout';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';

interface LockoutNoteProps {
  instance: string;
  warnings: readonly Lockout[];
  sure: boolean;
  onSure: (sure: boolean) => void;
}

/**
 * Warns that a change would block SSH, says how to get in again, and asks the person to acknowledge it. It shows nothing
 * without warnings.
 */
export function LockoutNote({ instance, warnings, sure, onSure }: LockoutNoteProps) {
  const account = useAccount();
  const t = useTranslations('firewall');
  const [first] = warnings;
  if (!first) return null;
  const title =
    first.kind === 'everyone'
      ? t('lockout.everyone')
      : t('lockout.viewer', { address: first.address });
  return (
    <Callout tone="danger" role="alert" title={title}>
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
