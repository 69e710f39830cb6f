'use client';
import { Menu as MenuIcon, X } from 'lucide-react';
import { useRef, useState, type MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { useOnNavigation } from '@/components/ui/use-on-navigation';
import { Navigation } from './navigation';

/** The navigation of narrow screens, as a sheet from the left. */
export function NavDrawer() {
  const t = useTranslations('shell');
  const sheet = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  useOnNavigation(() => sheet.current?.close());
  const beside = (event: MouseEvent) => {
    if (event.target === sheet.current) sheet.current.close();
  };
  return (
    <div className="md:hidden">
      <IconButton
        label={t('openNavigation')}
        icon={<MenuIcon aria-hidden />}
        onClick={() => {
          setOpen(true);
          sheet.current?.showModal();
        }}
      />
      <dialog
        ref={sheet}
        data-drawer=""
        aria-label={t('navigation')}
        onMouseDown={beside}
        // The event comes late: somebody may have opened it again.
        onClose={({ currentTarget }) => setOpen(currentTarget.open)}
        className="border-line bg-surface m-0 h-dvh max-h-none w-72 max-w-[85vw] border-r"
      >
        <div className="flex justify-end p-2 pb-0">
          <IconButton
            label={t('closeNavigation')}
            icon={<X aria-hidden />}
            onClick={() => sheet.current?.close()}
          />
        </div>
        {open ? <Navigation /> : null}
      </dialog>
    </div>
  );
}
