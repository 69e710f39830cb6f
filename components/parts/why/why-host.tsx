'use client';
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useStore } from '@/lib/store';
import { whyAsked } from './why';

const WhyDialog = lazyNamed(() => import('./why-dialog'), 'WhyDialog');

/** Shows “Why can't I?” when it is asked. @param words address of its messages */
export function WhyHost({ words }: { words: string }) {
  const asked = useStore(whyAsked);
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      <WhyDialog asked={asked} words={words} onClose={() => whyAsked.set(null)} />
    </Suspense>
  );
}
