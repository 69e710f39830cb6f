'use client';
import { Bell } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { useOnNavigation } from '@/components/ui/use-on-navigation';
import { usePopup } from '@/components/ui/use-popup';
import { useStore } from '@/lib/store';
import { place, told } from './notices';

/** The button in the bar that says what the first notice is and how many more there are; nothing without one. */
export function NoticesButton() {
  const t = useTranslations('shell.notices');
  const all = useStore(told);
  const [asked, setAsked] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [first] = all;
  const open = asked && first !== undefined;
  const close = () => setAsked(false);
  const handlers = usePopup(panel, anchor, { open, onClose: close });
  useOnNavigation(close);
  useEffect(() => {
    place.set(panel.current);
    return () => place.set(null);
  }, []);
  const said = first ? t('said', { count: all.length, title: first.title }) : '';
  return (
    <>
      {first ? (
        <Button
          ref={anchor}
          size="sm"
          variant="quiet"
          icon={<Bell aria-hidden />}
          aria-label={said}
          aria-haspopup="dialog"
          aria-expanded={open}
          className={`min-w-0 ${first.tone === 'info' ? '!text-busy' : '!text-warn'}`}
          onClick={() => setAsked(!open)}
        >
          <span className="max-w-64 truncate max-lg:hidden">{first.title}</span>
          {all.length > 1 ? <span className="tabular">{all.length}</span> : null}
        </Button>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
      <div
        ref={panel}
        role="dialog"
        aria-label={t('title')}
        popover="manual"
        {...handlers}
        className="border-line bg-raised text-ink shadow-raised fixed inset-auto m-0 max-h-[calc(100dvh-4rem)] w-96 max-w-[calc(100vw-1rem)] flex-col gap-2 overflow-y-auto rounded-md border p-2 text-left text-sm open:flex"
      />
    </>
  );
}
