'use client';
import { Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { refusedFor } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import type { GroupScope } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { baremetals } from '@/lib/resources/awanio';
import { aboutOf } from '@/lib/resources/resource';
import { groupParams } from '../vms/group';
import { maasState } from './maas';
import { wordOf, type Metal } from './metal';

const metalChange = { area: 'baremetal' } as const;

/**
 * Returns the actions of a bare-metal machine: A30 deletes it. Needs the messages `bare-metal`.
 * @param may whether the person's role may change machines here
 * @param placeOf where a machine stands; one of another place is changed there, by the person's role in it
 */
export function useMetalActions(
  may: boolean,
  placeOf: (metal: Metal) => GroupScope,
): readonly Action<Metal>[] {
  const t = useTranslations('bare-metal');
  const scope = useGroup();
  const change = useBackendChange();
  const refusal = useRoleRefusal(may, metalChange, t('noWrite'));
  return useMemo(() => {
    const remove = verbsOf<'bare-metal', Metal>(t, baremetals)('delete', {
      icon: <Trash2 aria-hidden />,
      danger: true,
      reason: (metal) => {
        if (placeOf(metal).project !== scope.project) return t('reasons.inProject');
        return maasState(wordOf(metal)) === 'releasing' ? t('reasons.releasing') : null;
      },
      confirm: {
        text: () => (
          <>
            <p>{t('delete.text')}</p>
            <p>{t('delete.paid')}</p>
          </>
        ),
        typed: true,
      },
      run: (metal) => {
        const params = { ...groupParams(scope), baremetal_uuid: metal.uuid };
        return change('A30', { params }, aboutOf(baremetals)(scope, metal));
      },
    });
    if (!refusal) return [remove];
    return [refusedFor(remove, refusal.disabledReason, refusal.onBlocked)];
  }, [t, refusal, change, scope, placeOf]);
}
