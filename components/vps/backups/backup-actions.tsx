'use client';
import { ArchiveRestore, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Action, RowIdentity } from '@/components/parts/actions/action';
import { verbsOf } from '@/components/parts/actions/verb';
import { aboutInstance } from '@/components/vps/instances/machine';
import { withPendingVerb } from '@/components/vps/instances/pending-verbs';
import { Callout } from '@/components/ui/callout';
import { Instant } from '@/components/ui/instant';
import type { Row } from '@/lib/contract/types';
import { exact, jakartaOffset } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { useAccount } from '@/lib/query/scope';
import { LossList } from '@/components/vps/backups/section';
import { useBackupsTab } from './backups-context';
import { diskWords } from './snapshot';

/** A row of D28. */
export type Backup = Row<'D28'>;

/** Names a backup by the time when it was made, in the viewer's time zone, because a backup has no name of its own. */
function backupName({ created_at: at, id }: Backup, locale: Locale): string {
  if (!at) return id;
  const offset = typeof window === 'undefined' ? jakartaOffset : -new Date(at).getTimezoneOffset();
  return exact(at, locale, offset);
}

/** The id and the name of a backup for its menu. */
export function useBackupIdentity(): RowIdentity<Backup> {
  const locale = useLocale();
  return useMemo(() => ({ id: ({ id }) => id, name: (row) => backupName(row, locale) }), [locale]);
}

/** Says what is lost when a backup overwrites a machine. @param snapshots how many the machine has: all are deleted */
function RestoreText({ backup, snapshots }: { backup: Backup | undefined; snapshots: number }) {
  const t = useTranslations('backups');
  const disks = diskWords(backup?.attached_storage ?? [], useLocale());
  return (
    <>
      <p>
        {t.rich('restore.text', { when: () => <Instant iso={backup?.created_at} as="exact" /> })}
      </p>
      <LossList
        lines={[
          t('restore.lost'),
          t('restore.users'),
          ...(snapshots > 0 ? [t('restore.snapshots', { count: snapshots })] : []),
          ...disks.map(({ words }) => t('rollback.disk', { disk: words })),
        ]}
      />
      <Callout>{t('restore.after')}</Callout>
    </>
  );
}

/**
 * Returns the actions of a machine's backup.
 * @param snapshots how many the machine has: a restore deletes them
 * @param onStarted called with the name of the backup when the backend has accepted the restore
 */
export function useBackupActions(
  snapshots: number,
  onStarted: (name: string) => void,
): readonly Action<Backup>[] {
  const account = useAccount();
  const { instance, machine, name, href, why } = useBackupsTab();
  const t = useTranslations('backups');
  const words = useBackupIdentity();
  const change = useBackendChange();
  return useMemo(() => {
    const verb = verbsOf<'backups', Backup>(t, words);
    const input = ({ id }: Backup) => ({ params: { instance_uuid: instance, backup_uuid: id } });
    return [
      verb('restore', {
        icon: <ArchiveRestore aria-hidden />,
        danger: true,
        reason: () => why('restoreBackup', machine),
        // The restore overwrites the machine, so the question has the person type the name of the machine.
        values: () => ({ name }),
        confirm: {
          text: ([row]) => <RestoreText backup={row} snapshots={snapshots} />,
          typed: () => name,
        },
        run: async (row) => {
          const about = { ...aboutInstance(account, machine), href };
          await withPendingVerb(instance, 'restoreBackup', () => change('DX2', input(row), about));
          onStarted(words.name(row));
        },
        done: null,
      }),
      verb('history.delete', {
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        reason: () => why('deleteBackup', machine),
        confirm: {
          text: ([row]) => (
            <>
              <p className="font-medium">
                <Instant iso={row?.created_at} as="exact" />
              </p>
              <p>{t('history.delete.text')}</p>
            </>
          ),
        },
        run: (row) => {
          const about = { kind: 'backup', id: row.id, name: words.name(row), href } as const;
          return change('D29', input(row), about);
        },
      }),
    ];
  }, [t, words, change, account, instance, machine, name, href, why, snapshots, onStarted]);
}
