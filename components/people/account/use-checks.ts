'use client';
/** What keys may see: what the server knew, and what was found out since the page was opened. */
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { ProblemError } from '@/lib/problem';
import type { KeyView } from '@/lib/session/key-view';
import { checkKey } from './key-calls';

type KeyAccess = KeyView['access'];

/** A read would tell something that isn't known yet. */
const isOpen = ({ key, rights }: KeyAccess) =>
  key !== 'refused' && [rights.read_instance, rights.read_network, rights.billing].includes(null);

const without = <T>(of: ReadonlyMap<string, T>, slug: string) =>
  new Map([...of].filter(([each]) => each !== slug));

export interface Checks {
  keys: readonly KeyView[];
  /** Slugs of those being checked because somebody asked. */
  checking: ReadonlySet<string>;
  /** Asks anew. */
  check: (account: KeyView) => void;
  /** What was found out of it holds no more. */
  forget: (slug: string) => void;
}

/** Finds out by itself, beside the page, what isn't known of a key yet; anew when asked to. */
export function useChecks(given: readonly KeyView[]): Checks {
  const t = useTranslations('account.keys');
  const router = useRouter();
  const [found, setFound] = useState<ReadonlyMap<string, KeyAccess>>(new Map());
  const [checking, setChecking] = useState<ReadonlySet<string>>(new Set());
  const looked = useRef(new Set<string>());
  const forget = useCallback((slug: string) => setFound((before) => without(before, slug)), []);

  useEffect(() => {
    for (const { slug, hint, access } of given) {
      const name = `${slug} ${hint}`;
      if (!isOpen(access) || looked.current.has(name)) continue;
      looked.current.add(name);
      checkKey(slug, false).then(
        (view) => setFound((before) => new Map(before).set(slug, view.access)),
        () => {}, // it stays “not tried yet”, and can be asked for
      );
    }
  }, [given]);

  const check = async ({ slug, label }: KeyView) => {
    if (checking.has(slug)) return;
    setChecking((before) => new Set(before).add(slug));
    try {
      const { access } = await checkKey(slug, true);
      setFound((before) => new Map(before).set(slug, access));
      router.refresh(); // the navigation goes by it, too
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
