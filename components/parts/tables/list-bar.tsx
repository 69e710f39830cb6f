'use client';
import { Download, SlidersHorizontal } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { lazyNamed } from '@/components/ui/lazy-named';
import { toast } from '@/components/ui/toast';
import type { Column } from './columns';
import type { LaterRows } from './csv';
import type { CsvFormat } from './csv-format';
import { CsvMenu, useCsvFormat } from './csv-menu';
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

/** Downloads the shown rows as a file. */
export function CsvButton<Row extends object>({
  name,
  columns,
  rows,
  later,
  page,
}: {
  name: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** How to get the rows of the file, where the shown ones are only the beginning. */
  later?: LaterRows<Row> | undefined;
  /** The rows are one page of several. */
  page: boolean;
}) {
  const t = useTranslations('ui.table');
  const format = useCsvFormat();
  const ui = useTranslations('ui');
  const empty = rows.length === 0 && !later;
  const save = (as: CsvFormat) => {
    if (later) toast({ title: t('csvWaits') });
    void import('./csv')
      .then(({ saveCsv }) => saveCsv(name, columns, later ?? rows, as))
      .catch(() => toast({ tone: 'danger', title: t('csvFailed'), text: ui('partFailedText') }));
  };
  return (
    <span className="flex">
      <IconButton
        size="sm"
        label={page ? t('csvPage') : t('csv')}
        icon={<Download aria-hidden />}
        disabledReason={empty ? t('csvEmpty') : null}
        onClick={() => save(format())}
      />
      {empty ? null : <CsvMenu onSave={save} />}
    </span>
  );
}

/** The bar above the rows. */
export function ListBar({ start, end }: { start: ReactNode; end: ReactNode }) {
  return (
    <div className="border-line flex flex-wrap items-center gap-2 border-b px-3 py-2">
      {start}
      <div className="ml-auto flex flex-wrap items-center gap-2">{end}</div>
    </div>
  );
}
