'use client';
import { useTranslations } from 'use-intl';
import { InstanceStatus } from '@/components/vps/instances/instance-status';
import { nameOf } from '@/components/vps/instances/machine';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';
import './consoles.css';
import type { Availability } from './console-state';
import { useConsole } from './use-console';
import { Viewer } from './viewer';

interface ConsoleScreenProps {
  instance: string;
  /** Whether the console can be opened, by the server's read of the machine. */
  availability: Availability;
  ownWindow: boolean;
}

/** The page of a machine's console. @param ownWindow whether the page is in its own window, without navigation */
export function ConsoleScreen({ instance, availability, ownWindow }: ConsoleScreenProps) {
  const account = useAccount();
  const t = useTranslations('consoles');
  const instances = useTranslations('instances');
  const console = useConsole(instance, availability);
  const { machine } = console;
  const name = machine ? nameOf(machine) : instance;
  const gone = console.view.phase === 'ended' && console.view.why === 'deleted';
  const trail = [
    { label: instances('title'), href: paths.instances(account) },
    { label: name, href: gone ? undefined : paths.instance(account, instance) },
    { label: t('title') },
  ];
  return (
    <div className="flex h-[calc(100dvh-5rem)] min-h-96 flex-col">
      {ownWindow ? null : <Breadcrumbs trail={trail} />}
      <header className="mb-2 flex flex-wrap items-center gap-x-3">
        <h1 tabIndex={-1} className="min-w-0 text-lg break-words">
          {machine || !gone ? t('heading', { name }) : t('unnamed')}
        </h1>
        {machine && !gone ? <InstanceStatus machine={machine} /> : null}
      </header>
      <Viewer console={console} instance={instance} name={name} ownWindow={ownWindow} />
    </div>
  );
}
