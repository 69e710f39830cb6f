'use client';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { atRest } from '@/lib/at-rest';
import { makeStore, useStore } from '@/lib/store';
import { lazyNamed } from './lazy-named';
import type { Shown, ToastMessage } from './toast-message';

/** Comes when the page is at rest; a notice that is quicker, or has lost its network, stands in plain words. */
const Bubble = lazyNamed(() => import('./toast-bubble'), 'Bubble', 'quiet');

const shown = makeStore<readonly Shown[]>([]);
let next = 1;

function dismiss(id: number) {
  shown.set(shown.current().filter((each) => each.id !== id));
}

/** Tells of something that happened away from where the viewer looks. Errors of a form belong in the form. */
export function toast(message: ToastMessage): void {
  const id = next++;
  // Where something can be done there is time to read it, and to get there by keyboard.
  const { lasts = message.tone === 'danger' ? 0 : message.action ? 15_000 : 6000 } = message;
  shown.set([...shown.current().slice(-3), { ...message, id }]);
  if (lasts > 0) setTimeout(() => dismiss(id), lasts);
}

function Words({ message: { title, text } }: { message: Shown }) {
  return (
    <p className="border-line bg-raised shadow-raised rounded-md border px-3 py-2">
      {title} {text}
    </p>
  );
}

/** Where toasts appear; one, in the console's layout. Always there, so that screen readers hear it. */
export function Toaster() {
  const t = useTranslations('ui');
  const list = useStore(shown);
  const region = useRef<HTMLElement>(null);
  useEffect(() => atRest(Bubble.prepare), []);
  useEffect(() => {
    // Into the top layer, over open dialogs, and out of it when empty.
    const element = region.current;
    if (element?.matches(':popover-open')) element.hidePopover();
    if (list.length > 0) element?.showPopover();
  }, [list]);
  return (
    <>
      <section
        ref={region}
        popover="manual"
        aria-label={t('notices')}
        className="inset-auto right-4 bottom-4 m-0 w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 overflow-visible bg-transparent open:flex"
      >
        {list.map((each) => (
          <Suspense key={each.id} fallback={<Words message={each} />}>
            <Bubble
              message={each}
              onDismiss={() => dismiss(each.id)}
              instead={<Words message={each} />}
            />
          </Suspense>
        ))}
      </section>
      <div role="status" className="sr-only">
        {list.map((each) => (
          <p key={each.id}>
            {each.title} {each.text}
          </p>
        ))}
      </div>
    </>
  );
}
