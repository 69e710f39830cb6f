'use client';
import { Suspense, useSyncExternalStore } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { signInGate } from '@/lib/query/sign-in-gate';

const Form = lazyNamed(() => import('./session-form'), 'SessionForm');

/** Sign-in over the page. Its code loads when the session has ended. What is typed on the page stays. */
export function SessionDialog() {
  const reason = useSyncExternalStore(
    signInGate.subscribe,
    signInGate.current,
    signInGate.onServer,
  );
  if (!reason) return null;
  return (
    <Suspense fallback={null}>
      <Form reason={reason} />
    </Suspense>
  );
}
