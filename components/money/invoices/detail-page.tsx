import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { serverNow } from '@/lib/clock';
import { Hydrate } from '@/lib/next/hydrate';
import { documentTerms } from '@/lib/documents/terms';
import { locale, translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { titleOf } from '@/lib/next/title';
import { invoices } from '@/lib/resources/awanio';
import { withOutline } from '@/lib/next/with-outline';
import { mayReadBills } from './billing-rights';
import { InvoiceView } from './invoice-view';

interface PageProps {
  params: Promise<{ org: string; invoice: string }>;
}

export async function generateMetadata({ params }: PageProps) {
  const [t, { org, invoice: uuid }] = await Promise.all([
    translator('billing'),
    pageParams(params),
  ]);
  const [may, { data }] = await Promise.all([
    mayReadBills(org),
    readForPage('A46', { params: { uuid } }),
  ]);
  return titleOf(may ? data && invoices.name(data) : null, t('invoice'));
}

async function Page({ params }: PageProps) {
  const { org, invoice } = await pageParams(params);
  const terms = documentTerms(await locale());
  const [may, { problem, answers }] = await Promise.all([
    mayReadBills(org),
    readForPage('A46', { params: { uuid: invoice } }),
  ]);
  return (
    <Messages namespaces={['billing', 'documents']}>
      <Hydrate answers={may ? answers : []}>
        <InvoiceView uuid={invoice} now={serverNow()} terms={terms} {...{ may, problem }} />
      </Hydrate>
    </Messages>
  );
}

/** The page of one invoice. */
export const InvoicePage = withOutline(DetailLoading, Page);
