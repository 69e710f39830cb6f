'use client';
import { useTranslations } from 'use-intl';
import { Status } from '@/components/ui/status';
import { useNow } from '@/components/ui/instant';
import { standing } from './kubeconfigs';

const groups = { valid: 'run', soon: 'unknown', ended: 'error' } as const;

/** Says how many days a certificate has left, or that it has expired. Needs the messages `kubeconfigs`. */
export function CertificateStatus({ ends }: { ends: string }) {
  const t = useTranslations('kubeconfigs');
  const now = useNow();
  if (now === null) return null;
  const { state, days } = standing(ends, now);
  return <Status group={groups[state]}>{t(`states.${state}`, { days })}</Status>;
}
