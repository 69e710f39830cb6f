'use client';
import { Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { verbsOf } from '@/components/parts/actions/verb';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { useGroup } from '@/lib/query/scope';
import { vpcs } from '@/lib/resources/awanio';
import { aboutVpc, type Vpc } from './vpc';

const WhatStands = lazyNamed(() => import('./what-stands'), 'WhatStands');

/** The actions of a VPC. @param refusal why the person's role may not change it; null if it may */
export function useVpcActions(refusal: string | null): readonly Action<Vpc>[] {
  const scope = useGroup();
  const t = useTranslations('organization-network');
  const change = useBackendChange();
  return useMemo(() => {
    const verb = verbsOf<'organization-network', Vpc>(t, vpcs);
    return [
      verb('delete', {
        icon: <Trash2 aria-hidden />,
        danger: true,
        reason: () => refusal,
        confirm: {
          text: ([vpc]) => (
            <>
              <p>{t('delete.text')}</p>
              {vpc ? <WhatStands vpc={vpc} /> : null}
            </>
          ),
          typed: true,
        },
        run: (vpc) =>
          change(
            'A38',
            { params: { organization_uuid: scope.org, vpc_uuid: vpc.uuid } },
            aboutVpc(scope, vpc),
          ),
      }),
    ];
  }, [scope, t, change, refusal]);
}
