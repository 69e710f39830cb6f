import type { Viewport } from 'next';
import { SerialScreen } from '@/components/vps/consoles/serial/serial-screen';
import { windowParameter } from '@/components/vps/consoles/own-window';
import { readAvailability } from '@/components/vps/consoles/read-machine';
import { instanceTitle } from '@/components/vps/instances/instance-title';
import { Messages } from '@/components/parts/shell/messages';
import { DetailLoading } from '@/components/parts/shell/page-loading';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';

interface Props {
  params: Promise<{ account: string; instance: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>) {
  return instanceTitle(params, (await translator('serial'))('title'));
}

/** A phone's keyboard makes the page smaller, so that the keys under the terminal stay in sight. */
export const viewport: Viewport = { interactiveWidget: 'resizes-content' };

async function SerialPage({ params, searchParams }: Props) {
  const [{ account, instance }, query] = await Promise.all([pageParams(params), searchParams]);
  const { availability, answers } = await readAvailability(account, instance);
  return (
    <Messages namespaces={['machines', 'instances', 'consoles', 'serial']}>
      <Hydrate answers={answers}>
        <SerialScreen
          key={instance}
          instance={instance}
          availability={availability}
          ownWindow={query[windowParameter] === '1'}
        />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(DetailLoading, SerialPage);
