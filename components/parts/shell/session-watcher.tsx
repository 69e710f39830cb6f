'use client';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useTransition } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { useListener } from '@/components/ui/use-listener';
import { paths, scopeOf } from '@/lib/paths';
import { hidePage, leaveFor, showPage } from '@/lib/query/hide-page';
import { usePerson } from '@/lib/query/person';
import { checkSession } from '@/lib/query/session-check';
import { askToSignIn, signedInAgain, signInGate } from '@/lib/query/sign-in-gate';
import { identityHash } from '@/lib/identity-hash';
import type { SessionView } from '@/lib/session/session';
import { onNews, type News } from '@/lib/session/tabs-news';

export type Accounts = Extract<SessionView, { signedIn: true }>['accounts'];

/** Those of which the key is another by now, or none. */
const gone = (before: Accounts, now: Accounts) =>
  before.filter(({ slug, mark }) => !now.some((one) => one.slug === slug && one.mark === mark));

/** Forgets the answers that keys gave which are here no longer. @returns whose they were */
function forgetGone(client: QueryClient, before: Accounts, now: Accounts): Accounts {
  const lost = gone(before, now);
  for (const { slug } of lost)
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[1] === slug });
  return lost;
}

/**
 * What is done when the linked keys are others than this page was made with. What the page shows of them goes: it is
 * hidden until it was made anew.
 */
function useAccounts(given: Accounts): (now: Accounts) => void {
  const t = useTranslations('shell');
  const client = useQueryClient();
  const router = useRouter();
  const pathname = usePathname();
  const [renewing, startRenewing] = useTransition();
  const known = useRef(given);
  useEffect(() => {
    forgetGone(client, known.current, given); // the page was made anew: with keys that this tab itself has changed, say
    known.current = given;
  }, [client, given]);
  useEffect(() => {
    if (!renewing) showPage('keys');
  }, [renewing]);
  return (now) => {
    if (JSON.stringify(known.current) === JSON.stringify(now)) return showPage('keys');
    const lost = forgetGone(client, known.current, now);
    known.current = now;
    const at = scopeOf(pathname);
    const here = lost.find(({ slug }) => at.kind === 'vps' && at.account === slug);
    if (here && now.some(({ slug }) => slug === here.slug)) return leaveFor(window.location.href);
    if (lost.length > 0) hidePage('keys');
    startRenewing(() => {
      if (here) router.replace(paths.home());
      router.refresh();
    });
    if (here)
      toast({
        title: t('accountGone', { label: here.label }),
        text: t('accountGoneText'),
        lasts: 0,
      });
  };
}

/** Asks the server whose session it is, and does what follows for this page. */
function useCheck(accounts: Accounts): () => Promise<void> {
  const { identity } = usePerson();
  const takeAccounts = useAccounts(accounts);
  return async () => {
    const view = await checkSession();
    if (!view) return showPage('keys'); // it can't be asked now; the next call will tell
    if (!view.signedIn) {
      showPage('keys');
      return void askToSignIn(view.reason ?? 'ended');
    }
    if (view.identity !== identity) return leaveFor(paths.home());
    takeAccounts(view.accounts);
  };
}

/** Acts on what another tab tells. */
function useHear(check: () => Promise<void>): (news: News) => void {
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
    if (account !== undefined && at.kind === 'vps' && at.account === account) hidePage('keys');
    void check();
  };
}

/**
 * Keeps the page its person's: other tabs tell what they do to the session; where they can't, the server is asked when
 * the page is looked at again. Signed out elsewhere, or somebody else signed in, the page is left; ended, sign-in opens
 * over it; an account unlinked, what stands here of it goes.
 */
export function SessionWatcher({ accounts }: { accounts: Accounts }) {
  const check = useCheck(accounts);
  const hear = useEffectEvent(useHear(check));
  const begin = useEffectEvent(() => void check());
  useEffect(() => {
    const stop = onNews((news) => hear(news));
    begin(); // what other tabs told while this code was on its way was heard by nobody
    return stop;
  }, []);
  const look = () => {
    if (document.visibilityState === 'visible' && signInGate.current() === null) void check();
  };
  const shown = async () => {
    hidePage('look'); // it comes out of the browser's memory as it was left, whoever asks for it
    if ((await checkSession()) === null) return leaveFor(window.location.href);
    await check();
    showPage('look');
  };
  useListener('focus', look);
  useListener('visibilitychange', look);
  useListener('pageshow', ({ persisted }) => {
    if (persisted) void shown();
  });
  return null;
}
