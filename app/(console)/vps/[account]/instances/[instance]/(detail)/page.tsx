import type { Metadata } from 'next';
import { Suspense, type ReactNode } from 'react';
import { AccessFacts } from '@/components/vps/instance-overview/access-facts';
import { instanceKeysInput } from '@/components/vps/instance-overview/inputs';
import { InstanceOverview } from '@/components/vps/instance-overview/instance-facts';
import { MetricsBrief } from '@/components/vps/metrics/metrics-brief';
import { metricsInput } from '@/components/vps/metrics/period';
import { Messages } from '@/components/parts/shell/messages';
import { Skeleton } from '@/components/ui/skeleton';
import { Hydrate, type Answered } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';

interface Props {
  params: Promise<{ account: string; instance: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('instances');
  return { title: t('title') };
}

/** A part that waits for answers of its own, while the others are there. */
function Part({
  read,
  children,
}: {
  read: Promise<{ answers: readonly Answered[] }>;
  children: ReactNode;
}) {
  return (
    <Suspense fallback={<Skeleton className="h-12 w-full" />}>
      <Hydrate answers={read.then(({ answers }) => answers)}>{children}</Hydrate>
    </Suspense>
  );
}

/** What the machine's own facts don't tell is asked for beside them (D04), not after them. */
export default async function InstancePage({ params }: Props) {
  const { account, instance } = await pageParams(params);
  const keys = readForPage('D48', instanceKeysInput(instance), account);
  const load = readForPage('D05', metricsInput(instance, 'hour'), account);
  return (
    <Messages namespaces={['metrics']}>
      <InstanceOverview
        instance={instance}
        load={
          <Part read={load}>
            <MetricsBrief instance={instance} />
          </Part>
        }
        access={
          <Part read={keys}>
            <AccessFacts instance={instance} />
          </Part>
        }
      />
    </Messages>
  );
}
