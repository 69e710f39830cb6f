'use client';
import { SlidersHorizontal } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { ViewPanelProps } from './view-panel';

const ViewPanel = lazyNamed(() => import('./view-panel'), 'ViewPanel');

/** Opens the panel of columns and views. Its code loads when the pointer or focus reaches the button. */
export function ViewButton<Row>(props: Omit<ViewPanelProps<Row>, 'anchor' | 'onClose'>) {
  const t = useTranslations('ui.table');
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={anchor}
        size="sm"
        icon={<SlidersHorizontal aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={ViewPanel.prepare}
        onFocus={ViewPanel.prepare}
        onClick={() => setOpen(!open)}
      >
        {t('view')}
      </Button>
      {open ? <ViewPanel {...props} anchor={anchor} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** The bar above the rows. */
export function ListBar({ start, end }: { start: ReactNode; end: ReactNode }) {
  return (
    <div className="border-line flex flex-wrap items-center gap-2 border-b px-3 py-2">
      <div className="contents print:hidden">{start}</div>
      <div className="ml-auto flex flex-wrap items-center gap-2">{end}</div>
    </div>
  );
}
