'use client';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { KeyValue } from '@/components/ui/key-value';
import { Copyable } from '../copyable';
import type { Created } from './created';

export interface CreatedPanelProps {
  created: Created;
  /** The address that the internet reaches; null while there is none. */
  address: string | null;
  /** Whether it is still being created, so that an address may come. */
  coming: boolean;
  /** Whether it runs Windows, which people don't enter by SSH. */
  windows?: boolean;
  /** The button that opens the console, or whatever leads there. */
  console: ReactNode;
  /** Forgets it; left out where there is nothing else to show. */
  onDone?: () => void;
}

/** How to get into a new machine: user, password, the command for a terminal, and the console. */
export function CreatedPanel({
  created,
  address,
  coming,
  windows,
  console,
  onDone,
}: CreatedPanelProps) {
  const t = useTranslations('created');
  const { user, password } = created;
  return (
    <section
      aria-label={t('title')}
      data-created
      className="border-run-mark/40 bg-surface mb-4 flex flex-col gap-3 rounded-md border p-4 print:hidden"
    >
      <div>
        <h2 className="text-base">{t('title')}</h2>
        <p className="text-muted text-sm">{t(password === null ? 'once' : 'oncePassword')}</p>
      </div>
      <KeyValue
        pairs={[
          { term: t('user'), value: <Copyable text={user} label={t('copyUser')} /> },
          {
            term: t('password'),
            value:
              password === null ? (
                <Aside>{t(created.keys.length > 0 ? 'passwordOrKey' : 'passwordTyped')}</Aside>
              ) : (
                <Copyable text={password} label={t('copyPassword')} />
              ),
          },
          ...(windows
            ? []
            : [{ term: t('command'), value: <Command {...{ created, address, coming }} /> }]),
        ]}
      />
      <div className="flex flex-wrap gap-2">
        {console}
        {onDone ? <Button onClick={onDone}>{t('done')}</Button> : null}
      </div>
    </section>
  );
}

function Aside({ children }: { children: ReactNode }) {
  return <span className="text-muted text-sm">{children}</span>;
}

/** The command that signs in, once there is an address, and which key it takes. */
function Command({
  created,
  address,
  coming,
}: Pick<CreatedPanelProps, 'created' | 'address' | 'coming'>) {
  const t = useTranslations('created');
  const locale = useLocale();
  const { user, keys } = created;
  if (!address) {
    return (
      <Aside>
        <span role="status">{t(created.address && coming ? 'addressComing' : 'addressNone')}</span>
      </Aside>
    );
  }
  return (
    <>
      <span role="status">
        <Copyable text={`ssh ${user}@${address}`} label={t('copyCommand')} />
      </span>
      {keys.length > 0 ? (
        <p className="text-muted text-sm">
          {t('byKey', { count: keys.length, keys: new Intl.ListFormat(locale).format(keys) })}
        </p>
      ) : null}
    </>
  );
}
