'use client';
import { Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { verbsOf } from '@/components/parts/actions/verb';
import type { RoleRefusal } from '@/components/parts/why/use-role-refusal';
import { lazyNamed } from '@/components/ui/lazy-named';
import { ProblemError } from '@/lib/problem';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { useGroup } from '@/lib/query/scope';
import { vpcs } from '@/lib/resources/awanio';
import { aboutVpc, type Vpc } from './vpc';

const WhatStands = lazyNamed(() => import('./what-stands'), 'WhatStands');

/**
 * The actions of a VPC.
 * @param refusal why the person's role may not change it; null if it may
 * @param refresh reads the organization again, where its VPC turned out to be gone
 */
export function useVpcActions(
  refusal: RoleRefusal | null,
  refresh: () => void,
): readonly Action<Vpc>[] {
  const scope = useGroup();
  const t = useTranslations('organization-network');
  const change = useBackendChange();
  return useMemo(() => {
    const verb = verbsOf<'organization-network', Vpc>(t, vpcs);
    return [
      verb('delete', {
        icon: <Trash2 aria-hidden />,
        danger: true,
        reason: () => refusal?.disabledReason ?? null,
        onBlocked: refusal?.onBlocked,
        confirm: {
          text: ([vpc]) => (
            <>
              <p>{t('delete.text')}</p>
              {vpc ? <WhatStands vpc={vpc} /> : null}
            </>
          ),
          typed: true,
        },
        run: async (vpc) => {
          const params = { organization_uuid: scope.org, vpc_uuid: vpc.uuid };
          try {
            await change('A38', { params }, aboutVpc(scope, vpc));
          } catch (error) {
            if (error instanceof ProblemError && error.problem.code === 'not_found') {
              refresh();
            }
            throw error;
          }
        },
      }),
    ];
  }, [scope, t, change, refusal, refresh]);
}
