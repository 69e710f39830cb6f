'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import type { Entry } from '@/lib/query/follow/entries';
import { follow } from '@/lib/query/follow/follower';
import { usePerson } from '@/lib/query/person';
import { useEntryWords } from './words';

/** Work that ends within this time shares one notice. Milliseconds. */
const together = 1_200;

/**
 * Ended work that wasn't announced yet. It belongs to the module, since the component unmounts when no work is running.
 */
let waiting: Entry[] = [];

/** The page of the thing itself shows how its work ends. */
const isSeen = ({ href }: Entry) => href !== undefined && window.location.pathname === href;

export interface FollowingProps {
  /** The panel is open, so ended work is only announced to screen readers, by `onSaid`. */
  quiet: boolean;
  onSaid: (words: string) => void;
}

/** Announces ended work in one toast, except on the thing's own page. */
function useAnnouncement({ quiet, onSaid }: FollowingProps): (ended: readonly Entry[]) => void {
  const t = useTranslations('activity');
  const { what, trouble } = useEntryWords();
  return (ended) => {
    const news = ended.filter((entry) => entry.state !== 'lost' && !isSeen(entry));
    const [first, second] = news;
    if (!first) return;
    const failed = news.filter(({ state }) => state === 'failed').length;
    const title = second ? t('several', { count: news.length, failed }) : what(first);
    const text = second ? '' : (trouble(first) ?? t('doneText'));
    if (quiet) onSaid(`${title} ${text}`);
    else toast({ tone: failed > 0 ? 'danger' : 'good', title, text });
  };
}

/** Follows running work while there is any. */
export function Following(props: FollowingProps) {
  const client = useQueryClient();
  const { identity } = usePerson();
  const tell = useEffectEvent(useAnnouncement(props));
  useEffect(() => {
    const ended = (entry: Entry) => {
      if (waiting.length === 0)
        setTimeout(() => {
          const news = waiting;
          waiting = [];
          tell(news);
        }, together);
      waiting.push(entry);
    };
    return follow(client, identity, ended);
  }, [client, identity]);
  return null;
}
