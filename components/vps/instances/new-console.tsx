'use client';
import { SquareTerminal } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';
import type { Detail } from './use-instance';
import { useVerbReason } from './verb-reason';

/** Opens the console of a new machine, once it runs. */
export function NewConsole({ machine }: { machine: Detail }) {
  const account = useAccount();
  const t = useTranslations('created');
  const waits = useVerbReason()('console', machine) !== null;
  const common = { icon: <SquareTerminal aria-hidden />, variant: 'primary' } as const;
  if (waits) {
    return (
      <Button {...common} disabledReason={t('consoleWaits')}>
        {t('consoleLater')}
      </Button>
    );
  }
  return (
    <ButtonLink {...common} href={paths.instanceConsole(account, machine.uuid)}>
      {t('console')}
    </ButtonLink>
  );
}
