'use client';
import { Copy, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { usePermitted } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import type { Row } from '@/lib/contract/types';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { sshKeys } from '@/lib/resources/vps';

type Key = Row<'D70'>;

/** Returns the actions of an SSH key that the person may do. Needs the messages `ssh-keys`. */
export function useSshKeyActions(): readonly Action<Key>[] {
  const t = useTranslations('ssh-keys');
  const change = useBackendChange();
  const all = useMemo(() => {
    const verb = verbsOf<'ssh-keys', Key>(t, sshKeys);
    return [
      verb('copy', {
        icon: <Copy aria-hidden />,
        right: null,
        reason: ({ key }) => (key ? null : t('noText')),
        run: ({ key }) => navigator.clipboard.writeText(key ?? ''),
      }),
      verb('delete', {
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        bulk: true,
        reason: () => null,
        confirm: {},
        run: ({ id }) => change('D72', { params: { ssh_id: id } }),
      }),
    ];
  }, [t, change]);
  return usePermitted(sshKeys.rights.change, all);
}
