'use client';
import { useTranslations } from 'use-intl';
import { Status } from '@/components/ui/status';
import { statusGroup } from '@/lib/contract/states';

/** A network's state by shape, word and colour; a word that we don't know is shown as it is. */
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
