'use client';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { Instant } from '@/components/ui/instant';
import { rupiah, signedRupiah } from '@/lib/format';
import { balanceCover, lastDay } from '@/lib/pricing';
import { TopUpLink } from '../shell/top-up-link';
import { spanWords } from './span-words';

export interface BalanceEndProps {
  /** The balance in rupiah. */
  balance: number;
  /** Rupiah an hour of all that runs now; null if this person or key may not see it. */
  spending: number | null;
  /** False if `spending` leaves out some costs. */
  whole?: boolean;
  /** Rupiah an hour that the change adds, negative if it saves; null while it isn't known. */
  added: number | null;
  /** Rupiah an hour of what is ordered, whose first day may have to be paid in advance. */
  ordered?: number | null;
  /** Rupiah that are taken at once, for a period in advance; null where the change is paid by the hour. */
  paid?: number | null;
  /** When the balance was read, in milliseconds since 1970. */
  at: number;
}

/** Says when the balance ends after the change, and whether it pays the first day of what is ordered. */
export function BalanceEnd({
  balance,
  spending,
  whole = true,
  added,
  ordered = null,
  paid = null,
  at,
}: BalanceEndProps) {
  const t = useTranslations('ui');
  const left = balance - (paid ?? 0);
  const short = ordered !== null && ordered > 0 && balance < ordered * 24;
  return (
    <div className="border-line flex flex-col gap-2 border-t pt-2 text-sm" aria-live="polite">
      {paid === null ? <ChangeADay added={added} /> : null}
      <p className="flex justify-between gap-4">
        <span className="text-muted">{t('balance')}</span>
        <span className="tabular font-medium">{rupiah(balance)}</span>
      </p>
      {paid === null ? null : (
        <p className="flex justify-between gap-4">
          <span className="text-muted">{t('balanceEnd.left')}</span>
          <span className="tabular font-medium">{rupiah(left)}</span>
        </p>
      )}
      {/* What was paid in advance is charged again only later, so the use by the hour says little. */}
      {added === null || paid !== null ? null : (
        <Lasts {...{ spending, whole, added, at }} balance={left} />
      )}
      {paid !== null && left < 0 ? (
        <Callout
          tone="warn"
          title={t('balanceEnd.tooLittleTitle')}
          actions={<TopUpLink missing={-left} />}
        >
          {t('balanceEnd.tooLittle', { missing: rupiah(-left) })}
        </Callout>
      ) : null}
      {short ? (
        <Callout
          tone="warn"
          title={t('balanceEnd.shortTitle')}
          actions={<TopUpLink missing={ordered * 24 - balance} />}
        >
          {t('balanceEnd.short', { day: rupiah(ordered * 24) })}
        </Callout>
      ) : null}
    </div>
  );
}

/**
 * Says how many rupiah a day a change costs or saves: “This change, per day: +Rp4.800”. It is shown also where the balance
 * isn't known.
 * @param added rupiah an hour that the change adds, negative if it saves; null while it isn't known
 */
export function ChangeADay({ added }: { added: number | null }) {
  const t = useTranslations('ui');
  if (added === null) return null;
  return (
    <p className="flex justify-between gap-4 text-sm">
      <span className="text-muted">{t('balanceEnd.perDay')}</span>
      <span className="tabular font-medium">{signedRupiah(added * 24)}</span>
    </p>
  );
}

/** Says how long the balance lasts: “With everything that runs it then lasts about 41 days, until 8 Jan 2027.” */
function Lasts({
  balance,
  spending,
  whole,
  added,
  at,
}: Required<Omit<BalanceEndProps, 'added' | 'ordered' | 'paid'>> & { added: number }) {
  const t = useTranslations('ui');
  if (spending === null && added <= 0) return null;
  const hours = balanceCover(balance, spending, added);
  if (hours === null) return <p className="text-muted">{t('balanceEnd.noCosts')}</p>;
  if (balance <= 0) return <p className="text-muted">{t('balanceEnd.empty')}</p>;
  if (spending !== null && hours < 1) return <p className="text-muted">{t('balanceEnd.soon')}</p>;
  const end = lastDay(hours, at);
  const until = () =>
    end ? (
      <>
        {t('balanceEnd.until')} <Instant iso={end} as="exact" style="date" />
      </>
    ) : null;
  const kind = spending === null ? 'thisAlone' : whole ? 'all' : 'atMost';
  return (
    <p className="text-muted">
      {t.rich(`balanceEnd.${kind}`, { span: spanWords(t, hours), until })}
    </p>
  );
}
