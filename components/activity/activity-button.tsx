'use client';
import { useQueryClient } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/toast';
import { useEntries, type Entry } from '@/lib/query/follow/entries';
import { useWho } from '@/lib/query/identity';
import { useEntryWords } from './words';

const ActivityPanel = lazy(() => import('./activity-panel'));

/** What ended together is told of together: milliseconds. */
const together = 1_200;

/** On a thing's own page it is seen how its work ends. */
const isSeen = ({ href }: Entry) => href !== undefined && window.location.pathname === href;

/**
 * Tells of ended work by one toast, except on the page of the thing itself; where the panel is open, to screen readers
 * alone (`said`).
 */
function useAnnounce(panel: boolean): { announce: (entry: Entry) => void; said: string } {
  const t = useTranslations('activity');
  const { what, trouble } = useEntryWords();
  const [said, setSaid] = useState('');
  const say = (ended: readonly Entry[]) => {
    const news = ended.filter((entry) => entry.state !== 'lost' && !isSeen(entry));
    const [first, second] = news;
    if (!first) return;
    const failed = news.filter(({ state }) => state === 'failed').length;
    const tone = failed > 0 ? ('danger' as const) : ('good' as const);
    const title = second ? t('several', { count: news.length, failed }) : what(first);
    const text = second ? '' : (trouble(first) ?? t('doneText'));
    if (panel) setSaid(`${title} ${text}`);
    else toast({ tone, title, text });
  };
  const latest = useRef(say);
  useEffect(() => {
    latest.current = say;
  });
  const [gather] = useState(() => {
    let waiting: Entry[] = [];
    return (entry: Entry) => {
      if (waiting.length === 0)
        setTimeout(() => {
          const ended = waiting;
          waiting = [];
          latest.current(ended);
        }, together);
      waiting.push(entry);
    };
  });
  return { announce: gather, said };
}

/** Follows running work while there is any; the code for it loads then. */
function useFollowing(identity: string, running: boolean, announce: (entry: Entry) => void) {
  const client = useQueryClient();
  useEffect(() => {
    if (!running) return;
    let stop: (() => void) | null = null;
    let over = false;
    void import('@/lib/query/follow/follower').then(({ follow }) => {
      if (!over) stop = follow(client, identity, announce);
    });
    return () => {
      over = true;
      stop?.();
    };
  }, [client, identity, running, announce]);
}

/** Opens what this person did lately and says how much of it is under way. */
export function ActivityButton() {
  const t = useTranslations('activity');
  const { identity } = useWho();
  const entries = useEntries(identity);
  const running = entries.filter(({ state }) => state === 'running').length;
  const [open, setOpen] = useState(false);
  const { announce, said } = useAnnounce(open);
  useFollowing(identity, running > 0, announce);
  return (
    <>
      <span className="relative inline-flex">
        <IconButton
          label={t('button', { count: running })}
          aria-haspopup="dialog"
          aria-expanded={open}
          icon={<History aria-hidden />}
          onClick={() => setOpen(true)}
        />
        {running > 0 ? (
          <span
            aria-hidden
            className="bg-busy-soft text-busy border-busy-mark/40 tabular pointer-events-none absolute -top-0.5 -right-0.5 min-w-4 rounded-full border px-1 text-center text-[0.625rem] leading-[0.875rem] font-medium"
          >
            {running}
          </span>
        ) : null}
      </span>
      {open ? (
        <Suspense fallback={null}>
          <ActivityPanel said={said} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
