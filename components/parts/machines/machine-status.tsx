'use client';
import { useTranslations } from 'use-intl';
import { Status } from '@/components/ui/status';
import { canonicalStatus, statusGroup } from '@/lib/contract/states';

/** Shows a machine's state by shape, word and colour. A status that we don't know is shown as the backend writes it. */
export function MachineStatus({ status, chip }: { status: string | null; chip?: boolean }) {
  const t = useTranslations('machines');
  const known = canonicalStatus(status);
  return (
    <Status group={statusGroup(status)} chip={chip}>
      {known === 'unknown' && status ? status : t(`status.${known}`)}
    </Status>
  );
}
