'use client';
import { useTranslations } from 'use-intl';
import { PortalLink } from '@/components/organization/portal-link';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { rupiah } from '@/lib/format';
import type { MoneyScope } from '@/lib/paths';
import type { Problem } from '@/lib/problem';

interface Props {
  of: MoneyScope;
  problem: Problem;
  amount: number | null;
  pending: boolean;
  onAgain: (attempt?: string) => void;
}

/** Says that nobody knows whether a payment was made, what is known, and how to go on. */
export function UnknownNote({ of, problem, amount, pending, onAgain }: Props) {
  const t = useTranslations('top-up.unknown');
  const problems = useTranslations('problems');
  const { attempt, looked, backendMessage } = problem;
  const said = 'account' in of ? t(looked === 'absent' ? 'absent' : 'unread') : t('awanio');
  return (
    <Callout
      tone="danger"
      role="alert"
      title={t('title')}
      actions={
        <>
          <Button loading={pending} onClick={() => onAgain()}>
            {t('look')}
          </Button>
          {attempt ? (
            <Button variant="danger" loading={pending} onClick={() => onAgain(attempt)}>
              {t('again')}
            </Button>
          ) : null}
          <PortalLink button />
        </>
      }
    >
      <p>{said}</p>
      {backendMessage ? (
        <p>
          {problems('backendSays')} <q>{backendMessage}</q>
        </p>
      ) : null}
      <p>{t('portal', { amount: rupiah(amount) })}</p>
    </Callout>
  );
}
