'use client';
import { useTranslations } from 'use-intl';
import { Status } from '@/components/ui/status';
import { canonicalStatus, statusGroup, transient } from '@/lib/contract/states';
import type { Machine } from './machine';
import { useShownStatus } from './pending-verbs';

/** Shows a machine's status as a shape, a word and a colour; an unknown status is shown as the backend wrote it. */
export function InstanceStatus({ machine, chip }: { machine: Machine; chip?: boolean }) {
  const t = useTranslations('machines');
  const { status, operation_flag } = useShownStatus(machine);
  const known = canonicalStatus(status);
  const group = statusGroup(status);
  const words = known === 'unknown' && status ? status : t(`status.${known}`);
  const working = group !== 'busy' && transient(status, operation_flag);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Status group={group} chip={chip}>
        {words}
      </Status>
      {working ? (
        <Status group="busy" chip={chip}>
          {t('working')}
        </Status>
      ) : null}
    </span>
  );
}
