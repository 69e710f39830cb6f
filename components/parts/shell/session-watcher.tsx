'use client';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { useListener } from '@/components/ui/use-listener';
import { paths, scopeOf } from '@/lib/paths';
import { hidePage, leaveFor, showPage } from '@/lib/query/hide-page';
import { watchIdle } from '@/lib/query/idle';
import { usePerson } from '@/lib/query/person';
import { checkSession } from '@/lib/query/session-check';
import { askToSignIn, signedInAgain, signInGate } from '@/lib/query/sign-in-gate';
import { identityHash } from '@/lib/identity-hash';
import type { SessionView } from '@/lib/session/session';
import { onNews, type News } from '@/lib/session/tabs-news';
import { ScopeWatcher } from './scope-watcher';

/** The DewaVPS accounts of a session, with the marks of their keys. */
export type Accounts = Extract<SessionView, { signedIn: true }>['accounts'];

export interface Watched {
  accounts: Accounts;
  /** When the session ends without input, ISO 8601. */
  idleAt: string;
}

/** The accounts whose key was replaced or unlinked. */
const gone = (before: Accounts, now: Accounts) =>
  before.filter(({ slug, mark }) => !now.some((one) => one.slug === slug && one.mark === mark));

/** Drops the cached answers of keys that are no longer linked. @returns the slugs of their accounts */
function forgetGone(client: QueryClient, before: Accounts, now: Accounts): Accounts {
  const lost = gone(before, now);
  for (const { slug } of lost)
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[1] === slug });
  return lost;
}

type Renew = (work: () => void, hide: boolean) => void;

/** Renders the page again after what it may show has changed; hides it meanwhile if it shows what it may not. */
function useRenewal(): Renew {
  const [renewing, startRenewing] = useTransition();
  useEffect(() => {
    if (!renewing) showPage('renewal');
  }, [renewing]);
  return (work, hide) => {
    if (hide) hidePage('renewal');
    startRenewing(work);
  };
}

/**
 * Handles a change of the linked keys. Their answers are dropped, and the page is hidden until it is rendered again.
 */
function useAccounts(given: Accounts, renew: Renew): (now: Accounts) => void {
  const t = useTranslations('shell');
  const client = useQueryClient();
  const router = useRouter();
  const pathname = usePathname();
  const known = useRef(given);
  useEffect(() => {
    forgetGone(client, known.current, given); // the page was rendered again, for example after this tab changed keys
    known.current = given;
  }, [client, given]);
  return (now) => {
    if (JSON.stringify(known.current) === JSON.stringify(now)) return showPage('renewal');
    const lost = forgetGone(client, known.current, now);
    known.current = now;
    const at = scopeOf(pathname);
    const here = lost.find(({ slug }) => at.kind === 'vps' && at.account === slug);
    if (here && now.some(({ slug }) => slug === here.slug)) return leaveFor(window.location.href);
    renew(() => {
      if (here) router.replace(paths.home());
      router.refresh();
    }, lost.length > 0);
    if (here)
      toast({
        title: t('accountGone', { label: here.label }),
        text: t('accountGoneText'),
        lasts: 0,
      });
  };
}

/** Asks the server who is signed in, and updates this page. */
function useCheck(accounts: Accounts, renew: Renew): () => Promise<void> {
  const { identity } = usePerson();
  const takeAccounts = useAccounts(accounts, renew);
  return async () => {
    const view = await checkSession();
    if (!view) return showPage('renewal'); // the server can't be reached; the next call will show what happened
    if (!view.signedIn) {
      showPage('renewal');
      return void askToSignIn(view.reason ?? 'ended');
    }
    if (view.identity !== identity) return leaveFor(paths.home());
    takeAccounts(view.accounts);
  };
}

/** Handles the news of other tabs. */
function useTabNews(check: () => Promise<void>): (news: News) => void {
  const { identity } = usePerson();
  const router = useRouter();
  return ({ kind, who, account }) => {
    const mine = who === identityHash(identity);
    if (kind === 'in' && !mine) return leaveFor(paths.home());
    if (!mine) return;
    if (kind === 'out') return leaveFor(paths.signIn(), identity);
    if (kind === 'in') {
      if (signInGate.current() === null) return;
      signedInAgain();
      router.refresh();
      return;
    }
    const at = scopeOf(window.location.pathname);
    if (account !== undefined && at.kind === 'vps' && at.account === account) hidePage('renewal');
    void check();
  };
}

/**
 * Watches whether the page's person is still signed in. Other tabs send news; where that isn't possible, the server is
 * asked when the tab becomes visible again. After a sign-out, or a sign-in of another person, the page is left. After
 * the session's end, sign-in opens over the page; real input prolongs it. After an account was unlinked, its answers are
 * dropped. With a cloud account, it also watches where the person is a member.
 */
export function SessionWatcher({ accounts, idleAt }: Watched) {
  const { identity } = usePerson();
  useEffect(() => watchIdle(idleAt), [idleAt]);
  const renew = useRenewal();
  const check = useCheck(accounts, renew);
  const hear = useEffectEvent(useTabNews(check));
  const begin = useEffectEvent(() => void check());
  useEffect(() => {
    const stop = onNews((news) => hear(news));
    begin(); // nobody heard the news that came while this code was loading
    return stop;
  }, []);
  const look = () => {
    if (document.visibilityState === 'visible' && signInGate.current() === null) void check();
  };
  const shown = async () => {
    hidePage('look'); // the browser restored the page from memory, maybe for another person
    if ((await checkSession()) === null) return leaveFor(window.location.href);
    await check();
    showPage('look');
  };
  useListener('focus', look);
  useListener('visibilitychange', look);
  useListener('pageshow', ({ persisted }) => {
    if (persisted) void shown();
  });
  return identity.startsWith('awanio:') ? <ScopeWatcher renew={renew} /> : null;
}
