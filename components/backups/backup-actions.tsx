'use client';
import { ArchiveRestore, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Action, Confirmation, RowWords } from '@/components/actions/action';
import { whileAsking } from '@/components/instances/under-way';
import { Callout } from '@/components/ui/callout';
import { Instant } from '@/components/ui/instant';
import type { Row } from '@/lib/contract/types';
import { exact, jakartaOffset } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { Lost } from './lost';
import type { Place } from './place';
import { diskWords } from './snapshot';

export type Backup = Row<'D28'>;
type T = ReturnType<typeof useTranslations<'backups'>>;

/** A backup has no name: it is called by when it was made, by the viewer's clock. */
export function backupName({ created_at: at, id }: Backup, locale: Locale): string {
  if (!at) return id;
  const offset = typeof window === 'undefined' ? jakartaOffset : -new Date(at).getTimezoneOffset();
  return exact(at, locale, offset);
}

/** How a backup is called in its menu. */
export function useBackupWords(): RowWords<Backup> {
  const locale = useLocale();
  return useMemo(() => ({ id: ({ id }) => id, name: (row) => backupName(row, locale) }), [locale]);
}

function asksRestore(t: T, locale: Locale, name: string, snapshots: number): Confirmation<Backup> {
  const disks = ([row]: readonly Backup[]) => diskWords(row?.attached_storage ?? [], locale);
  return {
    title: () => t('restore.title', { name }),
    text: (rows) => (
      <>
        <p>
          {t.rich('restore.text', { when: () => <Instant iso={rows[0]?.created_at} as="exact" /> })}
        </p>
        <Lost
          lines={[
            t('restore.lost'),
            t('restore.users'),
            ...(snapshots > 0 ? [t('restore.snapshots', { count: snapshots })] : []),
            ...disks(rows).map(({ words }) => t('rollback.disk', { disk: words })),
          ]}
        />
        <Callout>{t('restore.after')}</Callout>
      </>
    ),
    button: () => t('restore.confirm'),
    typed: () => name,
  };
}

/**
 * What can be done with a backup of a machine.
 * @param snapshots that the machine has: a restore takes them along
 * @param onBack the backend has taken on to restore the backup of this name
 */
export function useBackupActions(
  { account, instance, name, href, why }: Place,
  snapshots: number,
  onBack: (name: string) => void,
): readonly Action<Backup>[] {
  const t = useTranslations('backups');
  const locale = useLocale();
  const change = useBackendChange(account);
  return useMemo<readonly Action<Backup>[]>(() => {
    const input = ({ id }: Backup) => ({ params: { instance_uuid: instance, backup_uuid: id } });
    return [
      {
        id: 'restore',
        label: t('restore.label'),
        icon: <ArchiveRestore aria-hidden />,
        danger: true,
        reason: () => why('restoreBackup'),
        confirm: asksRestore(t, locale, name, snapshots),
        run: async (row) => {
          const about = { kind: 'instance', id: instance, name, href } as const;
          await whileAsking(instance, 'restoreBackup', () => change('DX2', input(row), about));
          onBack(backupName(row, locale));
        },
      },
      {
        id: 'delete',
        label: t('history.delete.label'),
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        reason: () => why('deleteBackup'),
        confirm: {
          title: () => t('history.delete.title'),
          text: ([row]) => (
            <>
              <p className="font-medium">
                <Instant iso={row?.created_at} as="exact" />
              </p>
              <p>{t('history.delete.text')}</p>
            </>
          ),
          button: () => t('history.delete.confirm'),
        },
        run: (row) =>
          change('D29', input(row), {
            kind: 'backup',
            id: row.id,
            name: backupName(row, locale),
            href,
          }),
        done: () => t('history.delete.done'),
      },
    ];
  }, [t, locale, change, instance, name, href, why, snapshots, onBack]);
}
