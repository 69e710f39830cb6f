'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { cx } from '@/components/ui/cx';
import { PageLink } from '@/components/ui/page-link';
import { InstanceStatus } from '@/components/vps/instances/instance-status';
import { nameOf } from '@/components/vps/instances/machine';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';
import './consoles.css';
import { consolePath, type ConsoleKind } from './own-window';
import type { AnyConsole } from './use-console';

interface ConsolePageProps {
  instance: string;
  kind: ConsoleKind;
  /** Whether this deployment offers serial consoles. */
  serial: boolean;
  /** Whether the page is in its own window, without navigation. */
  ownWindow: boolean;
  console: Pick<AnyConsole<unknown>, 'view' | 'machine'>;
  children: ReactNode;
}

/** What stands around a machine's console: where it is, its name and state, and the way to its other console. */
export function ConsolePage(props: ConsolePageProps) {
  const { instance, kind, serial, ownWindow, console, children } = props;
  const account = useAccount();
  const t = useTranslations('consoles');
  const instances = useTranslations('instances');
  const { view, machine } = console;
  const name = machine ? nameOf(machine) : instance;
  const gone = view.phase === 'ended' && view.why === 'deleted';
  const trail = [
    { label: instances('title'), href: paths.instances(account) },
    // Of a machine that is gone nothing is left but its id.
    ...(gone && !machine
      ? []
      : [{ label: name, href: gone ? undefined : paths.instance(account, instance) }]),
    { label: t('title') },
  ];
  return (
    <div data-console-page className="flex h-[calc(100dvh-5rem)] min-h-96 flex-col">
      {ownWindow ? null : <Breadcrumbs trail={trail} />}
      <header className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 tabIndex={-1} className="min-w-0 text-lg break-words">
          {machine || !gone ? t('heading', { name }) : t('unnamed')}
        </h1>
        {machine && !gone ? <InstanceStatus machine={machine} /> : null}
        {serial ? <Kinds {...{ instance, kind, ownWindow }} /> : null}
      </header>
      {children}
    </div>
  );
}

/** The switch between the consoles of a machine. Its parts are links, since each opens a page. */
function Kinds({
  instance,
  kind,
  ownWindow,
}: Pick<ConsolePageProps, 'instance' | 'kind' | 'ownWindow'>) {
  const account = useAccount();
  const t = useTranslations('consoles');
  return (
    <nav
      aria-label={t('kinds.label')}
      className="border-line bg-sunken ml-auto flex rounded border p-0.5"
    >
      {(['vnc', 'serial'] as const).map((one) => (
        <PageLink
          key={one}
          href={consolePath(account, instance, one, ownWindow)}
          aria-current={one === kind ? 'page' : undefined}
          className={cx(
            'rounded-sm px-2.5 py-0.5 pointer-coarse:py-2',
            one === kind
              ? 'bg-surface text-ink font-medium shadow-sm'
              : 'text-muted hover:text-ink',
          )}
        >
          {t(`kinds.${one}`)}
        </PageLink>
      ))}
    </nav>
  );
}
