'use client';
import { RotateCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState, useSyncExternalStore, useTransition } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { exact, jakartaOffset } from '@/lib/format';
import { calmedWait, slow } from '@/lib/query/poll';
import { isIdle, onInput } from '@/lib/query/user-input';
import { askFresh } from '@/lib/query/page-requests';
import { useLeader } from '@/lib/query/tabs/leader';

const never = () => () => {};

/** Writes an instant (milliseconds) as `18:04:09` in a zone (minutes east of UTC). */
const clock = (at: number, offset: number) =>
  new Date(at + offset * 60_000).toISOString().slice(11, 19);

/** Milliseconds between two readings while something is under way: at most half of sixty calls a minute. */
const often = (calls: number) => Math.min(slow, Math.max(10_000, calls * 2000));

interface KeepFreshProps {
  /** When the server read it, in milliseconds since 1970. */
  at: number;
  /** What is under way and how far it is; empty for nothing. */
  work: string;
  /** Backend calls that one reading takes. */
  calls: number;
}

/**
 * Reads a dashboard again from time to time, sooner while something is under way, and ever less soon where that shows
 * nothing new; not while nobody looks. Says when it was read, and reads it on a click.
 */
export function KeepFresh({ at, work, calls }: KeepFreshProps) {
  const t = useTranslations('home.updates');
  const router = useRouter();
  const [reading, start] = useTransition();
  const locale = useLocale();
  const offset = useSyncExternalStore(
    never,
    () => -new Date(at).getTimezoneOffset(),
    () => jakartaOffset,
  );
  const leads = useLeader();
  const [asked, setAsked] = useState(0);
  const read = () => {
    setAsked((times) => times + 1);
    askFresh();
    start(() => router.refresh());
  };
  useEffect(() => {
    const since = Date.now();
    // Each time costs some calls of every account, so that of several tabs one alone does it often.
    const wait = () => (work !== '' && leads ? calmedWait(often(calls), since) : slow);
    const again = () => {
      if (document.visibilityState === 'visible' && !isIdle()) start(() => router.refresh());
    };
    let timer: ReturnType<typeof setTimeout>;
    const plan = () => {
      timer = setTimeout(() => {
        again();
        plan();
      }, wait());
    };
    plan();
    const stop = onInput((rested) => void (rested && again()));
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [router, work, asked, leads, calls]);
  return (
    <span className="text-faint inline-flex items-center gap-1 text-sm whitespace-nowrap">
      <span
        className="tabular"
        data-paper={t('updated', { time: exact(new Date(at).toISOString(), locale, offset) })}
      >
        <span>{t('updated', { time: clock(at, offset) })}</span>
      </span>
      <IconButton
        size="sm"
        label={t('refresh')}
        icon={<RotateCw aria-hidden className={cx(reading && 'animate-spin')} />}
        onClick={read}
      />
    </span>
  );
}
