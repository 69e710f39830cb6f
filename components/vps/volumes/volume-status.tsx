'use client';
import { useTranslations } from 'use-intl';
import { Status, type StatusGroup } from '@/components/ui/status';
import { stateOf, type Volume, type VolumeState } from './volume';

const groups: Record<VolumeState, StatusGroup> = {
  attached: 'run',
  free: 'off',
  busy: 'busy',
  error: 'error',
};

/** A volume's state by shape, word and colour. Needs the messages `volumes`. */
export function VolumeStatus({ volume }: { volume: Volume }) {
  const t = useTranslations('volumes');
  const state = stateOf(volume);
  return <Status group={groups[state]}>{t(`states.${state}`)}</Status>;
}
