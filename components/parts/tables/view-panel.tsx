'use client';
import { useId, useRef, type ReactNode, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Kbd } from '@/components/ui/kbd';
import { usePopup } from '@/components/ui/use-popup';
import { useMaybePerson } from '@/lib/query/person';
import { singleKeysOn } from '@/lib/single-keys';
import { canHide, visibleColumns, withColumn, type Column } from './columns';
import { keepColumns } from './kept-columns';
import { SavedViews } from './saved-views';
import type { ChangeList } from './use-list-state';

export interface ViewPanelProps<Row> {
  /** The list's id in storage. */
  id: string;
  columns: readonly Column<Row>[];
  cols: string;
  change: ChangeList;
  /** The space bar selects rows. */
  picks: boolean;
  /** Rows have a menu. */
  menus: boolean;
  anchor: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

/** The panel of a list: columns, saved views, keyboard shortcuts. */
export function ViewPanel<Row>(props: ViewPanelProps<Row>) {
  const { anchor, onClose, picks, menus } = props;
  const t = useTranslations('ui.table');
  const person = useMaybePerson();
  const panel = useRef<HTMLDivElement>(null);
  const single = singleKeysOn();
  const handlers = usePopup(panel, anchor, { open: true, onClose });
  const close = () => {
    anchor.current?.focus();
    onClose();
  };
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={t('view')}
      popover="manual"
      {...handlers}
      className="border-line bg-raised text-ink shadow-raised divide-line fixed inset-auto m-0 max-h-[min(36rem,calc(100dvh-1rem))] w-72 max-w-[calc(100vw-1rem)] divide-y overflow-y-auto rounded-md border text-left text-sm"
    >
      <Columns {...props} />
      {person ? (
        <Part title={t('views')}>
          <SavedViews identity={person.identity} id={props.id} onChosen={close} />
        </Part>
      ) : null}
      <Part title={t('keys')}>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1">
          {single ? <Keys keys={['/']}>{t('key.search')}</Keys> : null}
          <Keys keys={['↓', '↑']}>{t('key.move')}</Keys>
          {picks ? <Keys keys={[t('key.space')]}>{t('key.pick')}</Keys> : null}
          <Keys keys={['Enter']}>{t('key.open')}</Keys>
          {menus ? <Keys keys={[single ? '.' : 'Shift+F10']}>{t('key.menu')}</Keys> : null}
        </dl>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 p-3">
      <h3 id={id} className="text-faint text-xs">
        {title}
      </h3>
      {children}
    </section>
  );
}

function Keys({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <>
      <dt className="flex gap-1">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </>
  );
}

function Columns<Row>({ id, columns, cols, change }: ViewPanelProps<Row>) {
  const t = useTranslations('ui.table');
  const person = useMaybePerson();
  const shown = new Set(visibleColumns(columns, cols).map((column) => column.id));
  const set = (by: (cols: string) => string) =>
    change((now) => {
      const next = by(now.cols);
      if (person) keepColumns(person.identity, id, next);
      return { cols: next };
    });
  const choices = columns.filter(canHide);
  if (choices.length === 0) return null;
  return (
    <Part title={t('columns')}>
      {choices.map((column) => (
        <Checkbox
          key={column.id}
          label={column.header}
          checked={shown.has(column.id)}
          onChange={(event) => {
            const { checked } = event.target;
            set((now) => withColumn(columns, now, column.id, checked));
          }}
        />
      ))}
      {cols === '' ? null : (
        <button type="button" onClick={() => set(() => '')} className="link self-start">
          {t('columnsReset')}
        </button>
      )}
    </Part>
  );
}
