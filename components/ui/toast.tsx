'use client';
import { CircleCheck, Info, OctagonAlert, X } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { IconButton } from './icon-button';

export interface ToastMessage {
  tone?: 'info' | 'good' | 'danger';
  title: ReactNode;
  text?: ReactNode;
  /** What can still be done about it: “Undo”. Doing it takes the notice away. */
  action?: { label: string; onSelect: () => void };
  /** Milliseconds; 0 stays until dismissed. Trouble stays by default. */
  lasts?: number;
}

type Shown = ToastMessage & { id: number };

const listeners = new Set<() => void>();
let shown: readonly Shown[] = [];
let next = 1;
const nothing: readonly Shown[] = [];

function set(list: readonly Shown[]) {
  shown = list;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function dismiss(id: number) {
  set(shown.filter((each) => each.id !== id));
}

/** Tells of something that happened away from where the viewer looks. Errors of a form belong in the form. */
export function toast(message: ToastMessage): void {
  set([...shown.slice(-3), { ...message, id: next++ }]);
}

/** Where toasts appear; one, in the console's layout. Always there, so that screen readers hear it. */
export function Toaster() {
  const t = useTranslations('ui');
  const list = useSyncExternalStore(
    subscribe,
    () => shown,
    () => nothing,
  );
  const region = useRef<HTMLElement>(null);
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
          <Bubble key={each.id} message={each} />
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

const icons = {
  info: <Info aria-hidden className="text-busy mt-0.5 size-4 shrink-0" />,
  good: <CircleCheck aria-hidden className="text-run mt-0.5 size-4 shrink-0" />,
  danger: <OctagonAlert aria-hidden className="text-danger mt-0.5 size-4 shrink-0" />,
};

function Bubble({ message }: { message: Shown }) {
  const t = useTranslations('ui');
  const { id, tone = 'info', action } = message;
  // Where something can be done there is time to read it, and to get there by keyboard.
  const { lasts = tone === 'danger' ? 0 : action ? 15_000 : 6000 } = message;
  useEffect(() => {
    if (lasts === 0) return;
    const timer = setTimeout(() => dismiss(id), lasts);
    return () => clearTimeout(timer);
  }, [id, lasts]);
  return (
    <div className="border-line bg-raised shadow-raised flex items-start gap-2.5 rounded-md border py-2 pr-1.5 pl-3">
      {icons[tone]}
      <div className="min-w-0 grow py-0.5">
        <p className="font-medium">{message.title}</p>
        {message.text ? <p className="text-muted text-sm">{message.text}</p> : null}
      </div>
      {action ? (
        <Button
          size="sm"
          onClick={() => {
            dismiss(id);
            action.onSelect();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton
        size="sm"
        label={t('dismiss')}
        icon={<X aria-hidden />}
        onClick={() => dismiss(id)}
      />
    </div>
  );
}
