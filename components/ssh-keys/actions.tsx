'use client';
import { Copy, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { rowsNamed, type Action } from '@/components/actions/action';
import { usePermitted } from '@/components/actions/use-permitted';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { keyWords, type SshKey } from './keys';

/** What can be done with a key of the account. Needs the messages `ssh-keys`. */
export function useSshKeyActions(account: string): readonly Action<SshKey>[] {
  const t = useTranslations('ssh-keys');
  const change = useBackendChange(account);
  const all = useMemo<readonly Action<SshKey>[]>(() => {
    const named = (keys: readonly SshKey[]) => rowsNamed(keys, keyWords);
    return [
      {
        id: 'copy',
        label: t('copy'),
        icon: <Copy aria-hidden />,
        right: null,
        reason: ({ key }) => (key ? null : t('noText')),
        run: ({ key }) => navigator.clipboard.writeText(key ?? ''),
        done: (key) => t('copied', { name: keyWords.name(key) }),
      },
      {
        id: 'delete',
        label: t('delete.label'),
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        bulk: true,
        reason: () => null,
        confirm: {
          title: (keys) => t('delete.title', named(keys)),
          text: (keys) => <p>{t('delete.text', { count: keys.length })}</p>,
          button: (keys) => t('delete.confirm', { count: keys.length }),
        },
        run: ({ id }) => change('D72', { params: { ssh_id: id } }),
        done: (key) => t('delete.done', { name: keyWords.name(key) }),
      },
    ];
  }, [t, change]);
  return usePermitted(account, 'write_instance', all);
}
