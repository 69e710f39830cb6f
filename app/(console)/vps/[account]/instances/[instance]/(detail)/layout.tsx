import { Suspense, type ReactNode } from 'react';
import { InstanceFrame } from '@/components/vps/instances/instance-frame';
import { readForPage } from '@/lib/next/read-for-page';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { pageParams } from '@/lib/next/params';
import { settledWithin } from '@/lib/next/with-outline';
import { Hydrate } from '@/lib/next/hydrate';

interface Props {
  params: Promise<{ account: string; instance: string }>;
  children: ReactNode;
}

/** The top of an instance's pages: name, state, actions, tabs. Each tab is a page. */
export default async function InstanceLayout({ params, children }: Props) {
  const { account, instance } = await pageParams(params);
  const read = readForPage('D04', { params: { instance_uuid: instance } }, account);
  // The page inside begins to read when this is known, or after a short time, so that it doesn't wait twice.
  const known = (await settledWithin(read))?.value;
  return (
    <Messages namespaces={['machines', 'instances', 'created']}>
      <Suspense fallback={<DetailLoading />}>
        <Hydrate answers={known?.answers ?? read.then(({ answers }) => answers)}>
          <InstanceFrame
            key={instance}

            instance={instance}
            problem={known ? known.problem : read.then(({ problem }) => problem)}
          >
            {children}
          </InstanceFrame>
        </Hydrate>
      </Suspense>
    </Messages>
  );
}
