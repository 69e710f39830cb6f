'use client';
/** What lists and overviews say of kubeconfigs that were downloaded in this browser. The code loads late, and only if there is one. */
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { GroupScope } from '@/lib/paths';
import { usePerson } from '@/lib/query/person';
import { useLasting } from '@/lib/query/use-lasting';

const load = () => import('./kubeconfig-register');
const Warnings = lazyNamed(load, 'Warnings', 'quiet');
const Register = lazyNamed(load, 'Register', 'quiet');

interface NoticeProps {
  /** The organization or project of the page; null shows those of every place. */
  place: GroupScope | null;
}

/** Whether this browser keeps any; false in the server's HTML. */
const useAny = (): boolean => useLasting(usePerson().identity, 'kubeconfigs') !== null;

/**
 * Warns of certificates that end within 30 days or have ended.
 * @param whole whether an organization's page speaks of its projects, too
 */
export function KubeconfigWarnings({ place, whole = false }: NoticeProps & { whole?: boolean }) {
  if (!useAny()) return null;
  return (
    <Suspense fallback={null}>
      <Warnings {...{ place, whole }} />
    </Suspense>
  );
}

/** Lists the downloaded kubeconfigs of a page's clusters. */
export function KubeconfigRegister({ place }: NoticeProps) {
  if (!useAny()) return null;
  return (
    <Suspense fallback={null}>
      <Register place={place} />
    </Suspense>
  );
}
