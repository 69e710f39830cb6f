'use client';
import { Printer } from 'lucide-react';
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
import { readWebAddress } from '@/lib/contract/reading/web-address';
import type { Result } from '@/lib/contract/types';
import { amountIn, dayWords, invoiceState, leftToPay } from '@/lib/money/invoice';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { invoices } from '@/lib/resources/awanio';
import { InvoiceDocument } from './invoice-document';
import { InvoiceStatus } from './invoice-status';
import { NoBillingAccess } from './no-access';

interface Props {
  uuid: string;
  /** When the page was made, in milliseconds since 1970: it decides what is overdue. */
  now: number;
  /** Whether the person's role includes bills. */
  may: boolean;
  /** Why the server couldn't read the invoice; the browser reads it again. */
  problem: Problem | null;
}

/** The page of one invoice. */
export function InvoiceView({ uuid, now, may, problem }: Props) {
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
            <Whole {...{ invoice, now }} />
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

function Whole({ invoice, now }: { invoice: Result<'A46'>; now: number }) {
  const t = useTranslations('billing');
  const state = invoiceState(invoice, now);
  const pdf = readWebAddress(invoice.invoice_url);
  return (
    <>
      <PageHeader
        title={invoices.name(invoice)}
        status={<InvoiceStatus state={state} chip />}
        actions={
          <>
            {pdf ? <OutsideLink href={pdf}>{t('pdf')}</OutsideLink> : null}
            <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      {state === 'open' || state === 'overdue' ? (
        <div className="mb-4">
          <HowToPay {...{ invoice, overdue: state === 'overdue' }} />
        </div>
      ) : null}
      <InvoiceDocument {...{ invoice, state }} />
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
            <ButtonLink href={paths.topUp({ org }, { amount: String(Math.ceil(left)) })}>
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
