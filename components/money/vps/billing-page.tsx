/** The pages of lists of an account's money: each reads its first answers on the server. Server only. */
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { Hydrate, type Answered } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import type { VpsBillingPart } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import type { Query } from '@/lib/resources/resource';
import { BillingHead } from './billing-head';

interface Props {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What a page has read: why its list couldn't be read, and all answers for the browser. */
interface ReadList {
  problem: Problem | null;
  answers: readonly Answered[];
}

/**
 * Makes the page of a list.
 * @param read its first answers. @param shown the list, and its actions
 */
export function billingPage(
  part: VpsBillingPart,
  read: (query: Query, account: string) => Promise<ReadList>,
  shown: (problem: Problem | null) => ReactNode,
  actions?: ReactNode,
) {
  async function generateMetadata(): Promise<Metadata> {
    return { title: (await translator('vps-billing'))(`${part}.heading`) };
  }
  async function Page({ params, searchParams }: Props) {
    const [{ account }, query] = await Promise.all([pageParams(params), searchParams]);
    const get = (name: string) => [query[name]].flat()[0] ?? null;
    const { problem, answers } = await read({ get }, account);
    return (
      <Messages namespaces={['vps-billing', 'machines']}>
        <BillingHead
          {...{ slug: account, part }}
          refused={problem?.code === 'no_access'}
          actions={actions}
        />
        <Hydrate answers={answers}>{shown(problem)}</Hydrate>
      </Messages>
    );
  }
  return { generateMetadata, Page: withOutline(ListLoading, Page) };
}
