'use client';
/** What keys may read: what the server knew, and what was found out since the page was opened. */
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { ProblemError } from '@/lib/problem';
import type { KeyView } from '@/lib/session/key-view';
import { checkKey } from './key-calls';

type KeyAccess = KeyView['access'];

/** Whether a right of the key isn't known yet and a read can find it out. */
const hasUnknownRight = ({ key, rights }: KeyAccess) =>
  key !== 'refused' && [rights.read_instance, rights.read_network, rights.billing].includes(null);

const without = <T>(of: ReadonlyMap<string, T>, slug: string) =>
  new Map([...of].filter(([each]) => each !== slug));

/** The keys with what is known of them, and the functions that check them. */
export interface Checks {
  keys: readonly KeyView[];
  /** Slugs of the keys that are being checked because the person asked for it. */
  checking: ReadonlySet<string>;
  /** Checks every right of a key again. */
  check: (account: KeyView) => void;
  /** Forgets what was found out about a key, since it was replaced. */
  forget: (slug: string) => void;
}

/** Finds out the unknown rights of each key without being asked. `check` finds out all rights of a key again. */
export function useChecks(given: readonly KeyView[]): Checks {
  const t = useTranslations('account.keys');
  const router = useRouter();
  const [found, setFound] = useState<ReadonlyMap<string, KeyAccess>>(new Map());
  const [checking, setChecking] = useState<ReadonlySet<string>>(new Set());
  const checked = useRef(new Set<string>());
  const forget = useCallback((slug: string) => setFound((before) => without(before, slug)), []);

  useEffect(() => {
    for (const { slug, hint, access } of given) {
      const name = `${slug} ${hint}`;
      if (!hasUnknownRight(access) || checked.current.has(name)) continue;
      checked.current.add(name);
      checkKey(slug, false).then(
        (view) => setFound((before) => new Map(before).set(slug, view.access)),
        () => {}, // the right stays “not tried yet”, and the person can check it
      );
    }
  }, [given]);

  const check = async ({ slug, label }: KeyView) => {
    if (checking.has(slug)) return;
    setChecking((before) => new Set(before).add(slug));
    try {
      const { access } = await checkKey(slug, true);
      setFound((before) => new Map(before).set(slug, access));
      router.refresh(); // the navigation depends on these rights, too
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      toast({ tone: 'danger', title: t('checkFailed', { label }) });
    } finally {
      setChecking((before) => new Set([...before].filter((each) => each !== slug)));
    }
  };
  const keys = given.map((key) => ({ ...key, access: found.get(key.slug) ?? key.access }));
  return { keys, checking, check: (account) => void check(account), forget };
}
