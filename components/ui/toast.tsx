'use client';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { atRest } from '@/lib/at-rest';
import { makeStore, useStore } from '@/lib/store';
import { ErrorState } from './late-error-state';
import { lazyNamed } from './lazy-named';
import type { Shown, ToastMessage } from './toast-message';

/** Comes when the page is at rest; a notice that is quicker, or has lost its network, stands in plain words. */
const Bubble = lazyNamed(() => import('./toast-bubble'), 'Bubble', 'quiet');

/** Loads what tells of trouble later. */
function prepare() {
  Bubble.prepare();
  ErrorState.prepare();
}

const shown = makeStore<readonly Shown[]>([]);
let next = 1;

function dismiss(id: number) {
  shown.set(shown.current().filter((each) => each.id !== id));
}

/** Shows a notice of something that happened elsewhere on the page. Errors of a form belong in the form. */
export function toast(message: ToastMessage): void {
  const id = next++;
  // A notice with an action stays longer, so that there is time to reach it by keyboard.
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

/** Shows the toasts; the layout has one. It is always mounted, so that screen readers announce its changes. */
export function Toaster() {
  const t = useTranslations('ui');
  const list = useStore(shown);
  const region = useRef<HTMLElement>(null);
  useEffect(() => atRest(prepare), []);
  useEffect(() => {
    // While there are toasts, put them into the top layer, above open dialogs.
    const element = region.current;
    if (element?.matches(':popover-open')) element.hidePopover();
    if (list.length > 0) element?.showPopover();
  }, [list]);
  return (
    <>
      <section
        ref={region}
        data-toasts
        popover="manual"
        aria-label={t('notices')}
        className="inset-auto right-4 bottom-[calc(1rem+var(--stuck))] m-0 w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 overflow-visible bg-transparent open:flex"
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
