'use client';
import { useTranslations } from 'use-intl';
import type { StatusGroup } from '@/components/ui/status';
import type { View } from './console-state';

/** The status group of a view, which decides its shape and colour. */
export function viewGroup(view: View): StatusGroup {
  if (view.phase === 'connected') return 'run';
  if (view.phase !== 'ended') return 'busy';
  const trouble = ['refused', 'given_up', 'no_access', 'in_error'].includes(view.why);
  return trouble ? 'error' : 'off';
}

/** What a screen reader announces when this view appears; empty for views that pass in a moment. */
export function useAnnouncement(view: View, name: string): string {
  const t = useTranslations('consoles');
  if (view.phase === 'connected')
    return t(view.ready ? 'announce.ready' : 'announce.connected', { name });
  if (view.phase === 'reconnecting') return t('announce.reconnecting');
  if (view.phase === 'waiting') return t('waiting.title');
  return view.phase === 'ended' ? t(`ended.${view.why}.title`) : '';
}
