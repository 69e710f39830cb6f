'use client';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { PortalLink } from '@/components/organization/portal-link';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { Instant } from '@/components/ui/instant';
import { lazyNamed } from '@/components/ui/lazy-named';
import { OutsideLink } from '@/components/ui/outside-link';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { rupiah } from '@/lib/format';
import { totalOf, type Payment } from '@/lib/payments/payment';
import { MethodMark } from './method-mark';
import { TimeLeft } from './time-left';

const QrCode = lazyNamed(() => import('./qr-code'), 'QrCode');

interface Props {
  payment: Payment;
  /** Whose balance it is. */
  name: string;
  /** The amount in words. */
  words: string | null;
}

/** A number in groups of four, which are easier to compare; what is copied has none. */
const grouped = (number: string) =>
  /^\d+$/.test(number) ? number.replace(/(\d{4})(?=\d)/g, '$1 ') : number;

/** How an unfinished payment is paid. On paper it stands alone: the sheet for whoever pays. */
export function HowToPay({ payment, name, words }: Props) {
  const t = useTranslations('top-up');
  const p = useTranslations('top-up.payment');
  const { number, qr, url, kind: known } = payment;
  const kind = known ?? 'other';
  return (
    <div data-print="">
      <Panel title={p('how')}>
        <div className="flex flex-col gap-5">
          <p className="hidden print:block">{p('sheet.for', { name })}</p>
          <p className="flex items-center gap-2 font-medium">
            <MethodMark kind={kind} />
            {payment.methodName ?? t(`kinds.${kind}`)}
          </p>
          <Amount {...{ payment, words }} />
          {number === null ? null : <PayNumber {...{ number }} shop={kind === 'retail'} />}
          {qr === null ? null : (
            <Suspense fallback={<Skeleton className="size-64" />}>
              <QrCode text={qr} name={`qr-${payment.id}`} />
            </Suspense>
          )}
          {url === null ? null : <PayPage url={url} />}
          {number === null && qr === null && url === null ? (
            <Callout tone="warn" title={p('none')} actions={<PortalLink button />} />
          ) : (
            <ol className="list-decimal pl-5">
              {(['1', '2', '3'] as const).map((step) => (
                <li key={step}>{p(`steps.${kind}.${step}`)}</li>
              ))}
            </ol>
          )}
          {payment.expires === null ? null : <End until={payment.expires} />}
        </div>
      </Panel>
    </div>
  );
}

function Amount({ payment, words }: Pick<Props, 'payment' | 'words'>) {
  const t = useTranslations('top-up.payment');
  const total = totalOf(payment) ?? payment.amount;
  return (
    <div>
      <p className="text-faint text-sm">{t('toPay')}</p>
      <p className="flex items-center gap-2">
        <span className="tabular text-2xl font-semibold">{rupiah(total)}</span>
        {total === null ? null : (
          <span className="print:hidden">
            <CopyButton text={String(total)} label={t('copyAmount')} />
          </span>
        )}
      </p>
      {words === null ? null : (
        <p className="text-sm">
          {t('words')}: <em>{words}</em>
        </p>
      )}
      <p className="text-muted text-sm">{t('exactly')}</p>
    </div>
  );
}

function PayNumber({ number, shop }: { number: string; shop: boolean }) {
  const t = useTranslations('top-up.payment');
  return (
    <div>
      <p className="text-faint text-sm">{t(shop ? 'code' : 'number')}</p>
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-mono text-xl wrap-anywhere" data-number={number}>
          {grouped(number)}
        </span>
        <span className="print:hidden">
          <CopyButton text={number} label={t(shop ? 'copyCode' : 'copyNumber')} words />
        </span>
      </p>
    </div>
  );
}

/** Leads to the payment company's page, which never learns this page's address. */
function PayPage({ url }: { url: string }) {
  const t = useTranslations('top-up.payment');
  return (
    <div className="flex flex-col gap-1">
      <OutsideLink href={url} className="font-medium">
        {t('page')}
      </OutsideLink>
      <p className="hidden break-all print:block">{url}</p>
      <p className="text-faint text-sm print:hidden">
        {t('pageHint', { host: new URL(url).hostname })}
      </p>
    </div>
  );
}

function End({ until }: { until: string }) {
  const t = useTranslations('top-up.payment');
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      <div>
        <dt className="text-faint text-sm">{t('end')}</dt>
        <dd>
          <Instant iso={until} as="exact" />
        </dd>
      </div>
      <div className="print:hidden">
        <dt className="text-faint text-sm">{t('left')}</dt>
        <dd>
          <TimeLeft until={until} />
        </dd>
      </div>
    </dl>
  );
}
