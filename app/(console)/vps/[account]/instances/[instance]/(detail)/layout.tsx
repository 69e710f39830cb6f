import type { ReactNode } from 'react';
import { InstanceFrame } from '@/components/instances/instance-frame';
import { readForPage } from '@/components/instances/read';
import { Messages } from '@/components/shell/messages';
import { decodePart } from '@/lib/contract/well-formed';
import { Hydrate } from '@/lib/query/hydrate';

interface Props {
  params: Promise<{ account: string; instance: string }>;
  children: ReactNode;
}

/** The head of an instance's pages: name, state, actions, tabs. Each tab is a page of its own below. */
export default async function InstanceLayout({ params, children }: Props) {
  const { account: slug, instance: id } = await params;
  const [account, instance] = [decodePart(slug), decodePart(id)];
  const input = { params: { instance_uuid: instance } };
  // Not waited for here: the page inside begins to read at the same time.
  const read = readForPage('D04', input, account);
  return (
    <Messages namespaces={['machines', 'instances']}>
      <Hydrate answers={read.then(({ answers }) => answers)}>
        <InstanceFrame
          key={instance}
          account={account}
          instance={instance}
          problem={read.then(({ problem }) => problem)}
        >
          {children}
        </InstanceFrame>
      </Hydrate>
    </Messages>
  );
}
