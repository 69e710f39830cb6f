'use client';
import { useTranslations } from 'use-intl';
import { Status } from '@/components/ui/status';
import { statusGroup } from '@/lib/contract/states';

/** Shows a network's state as a shape, a word and a colour; a word that we don't know is shown unchanged. */
export function NetworkStatus({ status, chip }: { status: string | null; chip?: boolean }) {
  const t = useTranslations('networks');
  const group = statusGroup(status);
  const known = group === 'run' || group === 'busy' || group === 'error';
  return (
    <Status group={group} chip={chip}>
      {known ? t(`status.${group}`) : (status ?? '–')}
    </Status>
  );
}
