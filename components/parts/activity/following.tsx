'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import type { Entry } from '@/lib/query/follow/entries';
import { follow } from '@/lib/query/follow/follower';
import { usePerson } from '@/lib/query/person';
import { useEntryWords } from './words';

/** What ended together is told of together: milliseconds. */
const together = 1_200;

/** Work that ended and isn't told of yet. Of the page, since what follows goes as soon as nothing is under way. */
let waiting: Entry[] = [];

/** On a thing's own page it is seen how its work ends. */
const isSeen = ({ href }: Entry) => href !== undefined && window.location.pathname === href;

export interface FollowingProps {
  /** The panel is open: what ended is told to screen readers alone, by `onSaid`. */
  quiet: boolean;
  onSaid: (words: string) => void;
}

/** Tells of ended work once, by one toast, except on the page of the thing itself. */
function useTell({ quiet, onSaid }: FollowingProps): (ended: readonly Entry[]) => void {
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
  const tell = useEffectEvent(useTell(props));
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
