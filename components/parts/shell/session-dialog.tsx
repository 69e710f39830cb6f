'use client';
import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { signInGate } from '@/lib/query/sign-in-gate';
import { useStore } from '@/lib/store';

const Form = lazyNamed(() => import('./session-form'), 'SessionForm', 'over');

/** Sign-in over the page. Its code loads when the session has ended. What is typed on the page stays. */
export function SessionDialog() {
  const reason = useStore(signInGate);
  if (!reason) return null;
  return (
    <Suspense fallback={null}>
      <Form reason={reason} />
    </Suspense>
  );
}
