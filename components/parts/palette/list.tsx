'use client';
import { PageLink } from '@/components/ui/page-link';
import {
  ComboboxGroup,
  ComboboxGroupLabel,
  ComboboxItem,
  ComboboxList,
} from '@ariakit/react/combobox';
import { Check, ChevronRight } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '@/components/ui/cx';
import type { Entry, Group } from './entry';
import { HighlightedText } from './highlighted-text';
import { folded } from '@/lib/format/compare-text';
import { score, search, wordsOf } from './score';

/** What a list of the palette shows by, and what its entries do. */
export interface ShownBy {
  q: string;
  onChoose: (entry: Entry) => void;
  /** Shows the entry's own list. */
  onStep: (entry: Entry) => void;
  /** Opens the entry in a new tab. */
  onOpenInNewTab: (entry: Entry) => void;
}

interface ListProps extends ShownBy {
  groups: readonly Group[];
  /** A search is running, so the list doesn't say yet that nothing was found. */
  waiting?: boolean;
  /** Said if nothing was found. */
  none?: string;
  /** Below the list: what could not be searched. */
  notes?: ReactNode;
}

/** The matching entries by group. Screen readers hear how many there are. */
export function List({ groups, waiting = false, none, notes, ...show }: ListProps) {
  const { q } = show;
  const t = useTranslations('palette');
  const found = search(groups, q);
  const count = found.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <div className="flex min-h-0 grow flex-col">
      <ComboboxList
        alwaysVisible
        aria-label={t('results')}
        className="min-h-0 overflow-y-auto overscroll-contain p-1.5 outline-none empty:hidden"
      >
        {found.map((group) => (
          <ComboboxGroup key={group.id} className="not-first:mt-1.5">
            <ComboboxGroupLabel className="text-faint px-2 py-1 text-xs">
              {group.label}
            </ComboboxGroupLabel>
            {group.entries.map((entry) => (
              <Line key={entry.id} entry={entry} {...show} />
            ))}
          </ComboboxGroup>
        ))}
      </ComboboxList>
      {count === 0 && !waiting ? (
        <p className="text-muted px-4 py-6 text-center">{none ?? t('none', { q: q.trim() })}</p>
      ) : null}
      {notes}
      <p id={hintId} hidden>
        {t('hasActions')}
      </p>
      <p role="status" className="sr-only">
        {q.trim() === '' ? '' : waiting ? t('searching') : t('count', { count })}
      </p>
    </div>
  );
}

/** The address or id that matched, if the label didn't. */
function matched({ words = [], label }: Entry, q: string): string | null {
  const typed = wordsOf(q).find((word) => score({ label }, word) === 0);
  return (typed && words.find((each) => folded(each).includes(typed))) || null;
}

/** Names the arrow of a line, which the → key presses, too (`pressArrow`). */
const arrow = 'palette-arrow';
const arrowLooks =
  'text-faint hover:text-text group-data-[active-item]/line:border-line group-data-[active-item]/line:bg-surface group-data-[active-item]/line:text-text -my-1 -mr-1 flex size-7 shrink-0 items-center justify-center rounded border border-transparent max-sm:size-11';
const hintId = 'palette-has-actions';

/** Whether a line has actions, which its arrow shows. */
export const hasArrow = (line: HTMLElement | null | undefined): boolean =>
  Boolean(line?.querySelector(`.${arrow}`));

/** Shows the actions of the active line as its arrow does. @returns whether it has any */
export function pressArrow(line: HTMLElement | null | undefined): boolean {
  const shown = line?.querySelector<HTMLElement>(`.${arrow}`);
  shown?.click();
  return Boolean(shown);
}

function Line({ entry, q, onChoose, onStep, onOpenInNewTab }: ShownBy & { entry: Entry }) {
  const { id, label, detail, icon, aside, danger, checked, reason, href, step } = entry;
  const blocked = Boolean(reason);
  const click = (event: MouseEvent) => {
    if (step && event.target instanceof Element && event.target.closest(`.${arrow}`)) {
      event.preventDefault();
      return onStep(entry);
    }
    if ((event.metaKey || event.ctrlKey) && href) {
      event.preventDefault();
      return onOpenInNewTab(entry);
    }
    onChoose(entry);
  };
  const hit = matched(entry, q);
  return (
    <ComboboxItem
      id={`palette-${id}`}
      hideOnClick={false}
      setValueOnClick={false}
      selectValueOnClick={false}
      focusOnHover
      blurOnHoverEnd={false}
      // One that tells more when it is chosen is only marked as disabled, since Ariakit lets nothing happen in others.
      disabled={blocked && !entry.onBlocked}
      accessibleWhenDisabled
      aria-describedby={step && href ? hintId : undefined}
      onClick={click}
      render={
        blocked ? <div aria-disabled /> : href ? <PageLink href={href} tabIndex={-1} /> : <div />
      }
      className={cx(
        'group/line data-[active-item]:bg-accent-soft flex min-h-9 scroll-my-8 items-center gap-2.5 rounded px-2 py-1 select-none [&>svg]:size-4 [&>svg]:shrink-0',
        danger && !blocked ? 'text-danger' : '[&>svg]:text-muted',
        blocked ? 'text-faint cursor-not-allowed' : 'cursor-pointer',
      )}
    >
      {icon}
      <span className="flex min-w-0 grow flex-wrap items-baseline gap-x-2">
        <span className="max-w-full truncate">
          <HighlightedText text={label} q={q} />
        </span>
        {hit ? (
          <span className="text-muted truncate font-mono text-xs">
            <HighlightedText text={hit} q={q} />
          </span>
        ) : null}
        {reason ? <span className="text-faint text-xs">{reason}</span> : null}
      </span>
      {aside ? <span className="shrink-0 text-sm max-sm:hidden">{aside}</span> : null}
      {detail ? (
        <span className="text-faint max-w-40 shrink-0 truncate text-sm">
          <HighlightedText text={detail} q={q} />
        </span>
      ) : null}
      {checked ? <Check aria-hidden className="!text-accent-text" /> : null}
      {step ? (
        <span aria-hidden className={cx(arrow, arrowLooks)}>
          <ChevronRight className="size-4" />
        </span>
      ) : null}
    </ComboboxItem>
  );
}
