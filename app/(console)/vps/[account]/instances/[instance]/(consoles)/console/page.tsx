import type { Metadata } from 'next';
import { cache } from 'react';
import { ConsoleScreen } from '@/components/vps/consoles/console-screen';
import { availabilityOf, type Availability } from '@/components/vps/consoles/console-state';
import { windowParameter } from '@/components/vps/consoles/own-window';
import { readForPage } from '@/lib/next/read-for-page';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { Hydrate } from '@/lib/next/hydrate';

interface Props {
  params: Promise<{ account: string; instance: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const machineOf = cache((account: string, instance: string) =>
  readForPage('D04', { params: { instance_uuid: instance } }, account),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { account, instance }] = await Promise.all([
    translator('consoles'),
    pageParams(params),
  ]);
  const { data } = await machineOf(account, instance);
  return { title: data?.hostname ? t('heading', { name: data.hostname }) : t('title') };
}

/** Reads the instance on the server, so that the page says at once if it is stopped or doesn't exist. */
async function readAvailability(account: string, instance: string) {
  const { data, problem, answers } = await machineOf(account, instance);
  const availability: Availability =
    problem?.code === 'not_found' ? 'gone' : availabilityOf(data ?? undefined);
  return { availability, answers };
}

async function ConsolePage({ params, searchParams }: Props) {
  const [{ account, instance }, query] = await Promise.all([pageParams(params), searchParams]);
  const { availability, answers } = await readAvailability(account, instance);
  return (
    <Messages namespaces={['machines', 'instances', 'consoles']}>
      <Hydrate answers={answers}>
        <ConsoleScreen
          key={instance}

          instance={instance}
          availability={availability}
          ownWindow={query[windowParameter] === '1'}
        />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(DetailLoading, ConsolePage);
