import type { Metadata } from 'next';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { serverNow } from '@/lib/clock';
import { Hydrate } from '@/lib/next/hydrate';
import { documentTerms } from '@/lib/documents/terms';
import { locale, translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { mayReadBills } from './billing-rights';
import { InvoiceView } from './invoice-view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('billing'))('invoice') };
}

async function Page({ params }: { params: Promise<{ org: string; invoice: string }> }) {
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
