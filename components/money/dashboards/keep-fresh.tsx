'use client';
import { RotateCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useSyncExternalStore, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { jakartaOffset } from '@/lib/format';
import { isIdle, onInput } from '@/lib/query/user-input';
import { useLeader } from '@/lib/query/tabs/leader';

const never = () => () => {};

/** Writes an instant (milliseconds) as `18:04:09` in a zone (minutes east of UTC). */
const clock = (at: number, offset: number) =>
  new Date(at + offset * 60_000).toISOString().slice(11, 19);

/** Milliseconds between two readings, chosen so that they never use more than half of the sixty calls a minute. */
const every = (often: boolean, calls: number) =>
  often ? Math.min(60_000, Math.max(10_000, calls * 2000)) : 60_000;

/**
 * Reads a dashboard again at intervals: short ones while an action is under way, none while nobody looks.
 * Shows when it was read, with a button to read it now.
 * @param at when the server read it, in milliseconds since 1970
 * @param calls backend calls that one reading takes
 */
export function KeepFresh({ at, busy, calls }: { at: number; busy: boolean; calls: number }) {
  const t = useTranslations('home.fresh');
  const router = useRouter();
  const [reading, start] = useTransition();
  const time = useSyncExternalStore(
    never,
    () => clock(at, -new Date(at).getTimezoneOffset()),
    () => clock(at, jakartaOffset),
  );
  const leads = useLeader();
  const read = () => start(() => router.refresh());
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible' && !isIdle()) start(() => router.refresh());
    };
    // Each reading costs calls of every account, so only one of several tabs reads at the short interval.
    const timer = setInterval(again, every(busy && leads, calls));
    const stop = onInput((rested) => void (rested && again()));
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [router, busy, leads, calls]);
  return (
    <span className="text-faint inline-flex items-center gap-1 text-sm whitespace-nowrap">
      <span className="tabular">{t('updated', { time })}</span>
      <IconButton
        size="sm"
        label={t('refresh')}
        icon={<RotateCw aria-hidden className={cx(reading && 'animate-spin')} />}
        onClick={read}
      />
    </span>
  );
}
