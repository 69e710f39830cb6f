import type { ReactNode } from 'react';
import { InstanceFrame } from '@/components/instances/instance-frame';
import { readForPage } from '@/components/instances/read';
import { Messages } from '@/components/shell/messages';
import { DetailLoading } from '@/components/shell/page-loading';
import { patient } from '@/lib/next/patient';
import { Hydrate } from '@/lib/query/hydrate';

interface Props {
  params: Promise<{ account: string; instance: string }>;
  children: ReactNode;
}

/** The head of an instance's pages: name, state, actions, tabs. Each tab is a page of its own below. */
async function InstanceLayout({ params, children }: Props) {
  const { account: slug, instance: id } = await params;
  const [account, instance] = [decodeURIComponent(slug), decodeURIComponent(id)];
  const input = { params: { instance_uuid: instance } };
  const { problem, answers } = await readForPage('D04', input, account);
  return (
    <Messages namespaces={['machines', 'instances']}>
      <Hydrate answers={answers}>
        <InstanceFrame key={instance} account={account} instance={instance} problem={problem}>
          {children}
        </InstanceFrame>
      </Hydrate>
    </Messages>
  );
}

export default patient(DetailLoading, InstanceLayout);
