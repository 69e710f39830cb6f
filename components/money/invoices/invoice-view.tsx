'use client';
import { CalendarPlus } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { PortalLink } from '@/components/organization/portal-link';
import { Live } from '@/components/parts/answers/live';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { GoneState } from '@/components/ui/gone-state';
import { OutsideLink } from '@/components/ui/outside-link';
import { PageHeader } from '@/components/ui/page-header';
import { PrintButton } from '@/components/ui/print-button';
import { readWebAddress } from '@/lib/contract/reading/web-address';
import type { Result } from '@/lib/contract/types';
import { amountIn, dayWords, invoiceState, jakartaDay, leftToPay } from '@/lib/money/invoice';
import { sellerOf, type DocumentTerms } from '@/lib/money/seller';
import { paths } from '@/lib/paths';
import { downloads } from '@/lib/paths/downloads';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { invoices } from '@/lib/resources/awanio';
import { BuyerButton } from '../documents/buyer-button';
import { DownloadButton } from '../documents/download-button';
import { useBuyer } from '../documents/use-buyer';
import { InvoiceDocument } from './invoice-document';
import { InvoiceStatus } from './invoice-status';
import { NoBillingAccess } from './no-access';

interface Props {
  uuid: string;
  /** When the page was made, in milliseconds since 1970: it decides what is overdue. */
  now: number;
  /** Whether the person's role includes bills. */
  may: boolean;
  /** What the operator's settings say on documents. */
  terms: DocumentTerms;
  /** Why the server couldn't read the invoice; the browser reads it again. */
  problem: Problem | null;
}

/** The page of one invoice. */
export function InvoiceView({ uuid, now, may, terms, problem }: Props) {
  const { org } = useGroup();
  const t = useTranslations('billing');
  const query = useBackendQuery('A46', { params: { uuid } }, { enabled: may });
  const trail = (name: string) => [
    { label: t('heading'), href: paths.billing({ org }) },
    { label: name },
  ];
  const around = (stand: React.ReactNode) => (
    <>
      <Breadcrumbs trail={trail(t('invoice'))} />
      <PageHeader title={t('invoice')} />
      {stand}
    </>
  );
  if (!may) return around(<NoBillingAccess />);
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('invoiceFailed')}
      noAccess={{ shown: <NoBillingAccess /> }}
      gone={<Gone />}
      around={around}
    >
      {(invoice) =>
        // The address of A46 names no organization, so this page could be asked for another one's invoice.
        invoice.organization && invoice.organization.uuid !== org ? (
          <Gone />
        ) : (
          <>
            <Breadcrumbs trail={trail(invoices.name(invoice))} />
            <Whole {...{ invoice, now, terms }} />
          </>
        )
      }
    </Live>
  );
}

function Gone() {
  const { org } = useGroup();
  const t = useTranslations('billing');
  return (
    <GoneState title={t('goneTitle')} back={{ href: paths.billing({ org }), label: t('back') }}>
      {t('goneText')}
    </GoneState>
  );
}

function Whole({
  invoice,
  now,
  terms,
}: {
  invoice: Result<'A46'>;
  now: number;
  terms: DocumentTerms;
}) {
  const { org } = useGroup();
  const t = useTranslations('billing');
  const state = invoiceState(invoice, now);
  const pdf = readWebAddress(invoice.invoice_url);
  const scopeKey = `o/${org}`;
  const of = useBuyer(scopeKey);
  return (
    <>
      <PageHeader
        title={invoices.name(invoice)}
        status={<InvoiceStatus state={state} chip />}
        actions={
          <>
            <DownloadButton path={downloads.invoice(org, invoice.uuid)} scopeKey={scopeKey} />
            <PrintButton>{t('print')}</PrintButton>
            {state === 'open' || state === 'overdue' ? (
              <DueDateButton {...{ invoice, terms }} />
            ) : null}
            <BuyerButton {...of} suggested={invoice.billed_to ?? ''} />
            {pdf ? <OutsideLink href={pdf}>{t('pdf')}</OutsideLink> : null}
          </>
        }
      />
      {state === 'open' || state === 'overdue' ? (
        <div className="mb-4">
          <HowToPay {...{ invoice, overdue: state === 'overdue' }} />
        </div>
      ) : null}
      <InvoiceDocument {...{ invoice, state, terms }} buyer={of.buyer} />
    </>
  );
}

/** How an invoice is paid. The provider's API has no call that pays one. */
function HowToPay({ invoice, overdue }: { invoice: Result<'A46'>; overdue: boolean }) {
  const t = useTranslations('billing.pay');
  const locale = useLocale();
  const { org } = useGroup();
  const left = leftToPay(invoice);
  const amount = amountIn(invoice.currency, left, locale);
  const due = dayWords(invoice.due_date, locale);
  return (
    <Callout
      tone={overdue ? 'danger' : 'warn'}
      title={
        invoice.due_date === null
          ? t('open', { amount })
          : overdue
            ? t('overdue', { amount, due })
            : t('due', { amount, due })
      }
      actions={
        <>
          {invoice.currency === null || invoice.currency === 'IDR' ? (
            <ButtonLink
              href={paths.topUp({ org }, { amount: String(Math.ceil(left)), for: 'invoice' })}
            >
              {t('topUp', { amount })}
            </ButtonLink>
          ) : null}
          <PortalLink button />
        </>
      }
    >
      {t('how', { number: invoices.name(invoice) })}
    </Callout>
  );
}

/** Saves the due date as an event of a calendar. Nothing without a due date. */
function DueDateButton({ invoice, terms }: { invoice: Result<'A46'>; terms: DocumentTerms }) {
  const t = useTranslations('documents');
  const locale = useLocale();
  const day = jakartaDay(invoice.due_date);
  if (day === null) return null;
  const number = invoices.name(invoice);
  const amount = amountIn(invoice.currency, leftToPay(invoice), locale);
  const save = async () => {
    const [{ calendarFile }, { saveBlob }, { fileName }] = await Promise.all([
      import('@/lib/money/calendar'),
      import('@/components/parts/files/save-blob'),
      import('@/lib/documents/file-name'),
    ]);
    const text = calendarFile({
      uid: `invoice-${invoice.uuid}@nusa`,
      day,
      title: t('event', { number }),
      text: t('eventText', { amount, seller: sellerOf(terms, invoice).name || '–' }),
      url: window.location.href,
      now: Date.now(),
    });
    saveBlob(new Blob([text], { type: 'text/calendar;charset=utf-8' }), fileName(number, 'ics'));
  };
  return (
    <Button icon={<CalendarPlus aria-hidden />} onClick={() => void save()}>
      {t('calendar')}
    </Button>
  );
}
