'use client';
import { X } from 'lucide-react';
import { useRef, useState, type ComponentProps, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Overlay } from './overlay';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Tooltip } from '@/components/ui/tooltip';
import { useHeightVar } from '@/components/ui/use-height-var';
import { useListener } from '@/components/ui/use-listener';
import { singleKeysOn, turnedOff } from '@/lib/single-keys';
import type { Action, Choices, RowIdentity } from './action';
import { BulkDialog } from './bulk-dialog';
import { bulkPlan, reasonsOf, type BulkPlan } from './bulk-plan';
import { BulkProgress } from './bulk-progress';
import { startBulkRun, type BulkRun } from './bulk-run';

export interface BulkBarProps<Row> {
  actions: readonly Action<Row>[];
  /** The selected rows. */
  rows: readonly Row[];
  identity: RowIdentity<Row>;
  /** Clears the selection. */
  onClear: () => void;
  /** Called when all work has ended, successful or not. */
  onDone?: () => void;
}

interface Running<Row> extends BulkPlan<Row> {
  run: BulkRun;
}

/**
 * The bar of bulk actions and their progress. Keep it mounted after the first selection: it renders nothing without
 * rows and work, and its results outlive deleted rows until it is closed.
 */
export function BulkBar<Row>({ actions, rows, identity, onClear, onDone }: BulkBarProps<Row>) {
  const t = useTranslations('actions');
  const [asked, setAsked] = useState<BulkPlan<Row> | null>(null);
  const [running, setRunning] = useState<Running<Row> | null>(null);

  const bar = useRef<HTMLElement>(null);
  const back = useBarKey(bar);

  const start = (plan: BulkPlan<Row>, choices: Choices) => {
    const byId = new Map(plan.possible.map((row) => [identity.id(row), row]));
    const work = async (id: string) => {
      const row = byId.get(id);
      if (row !== undefined) await plan.action.run?.(row, choices);
    };
    setAsked(null);
    setRunning({ ...plan, run: startBulkRun({ ids: [...byId.keys()], work }) });
  };
  const choose = (plan: BulkPlan<Row>) => {
    if (plan.action.confirm || plan.action.bulkDialog) setAsked(plan);
    else start(plan, {});
  };

  const clear = () => {
    back();
    onClear();
  };

  if (running) {
    const close = () => {
      setRunning(null);
      clear();
    };
    return (
      <Bar ref={bar} label={t('bulk.label')}>
        <BulkProgress {...running} identity={identity} onClose={close} onSettled={onDone} />
      </Bar>
    );
  }
  if (rows.length === 0 && !asked) return null;
  return (
    <Bar ref={bar} label={t('bulk.label')}>
      <div className="flex flex-wrap items-center gap-2 px-3 py-2">
        <p role="status" className="tabular mr-1 font-medium">
          {t('bulk.chosen', { count: rows.length })}
        </p>
        {singleKeysOn() ? (
          <span className="text-faint mr-1 text-sm max-md:hidden">
            {t.rich('bulk.key', { key: () => <Kbd>A</Kbd> })}
          </span>
        ) : null}
        {actions
          .filter(({ bulk }) => bulk)
          .map((action) => (
            <BulkButton key={action.id} plan={bulkPlan(action, rows)} onChoose={choose} />
          ))}
        <Button
          variant="quiet"
          size="sm"
          icon={<X aria-hidden />}
          className="ml-auto"
          onClick={clear}
        >
          {t('bulk.clear')}
        </Button>
      </div>
      {asked ? (
        // The dialog may have to load; meanwhile the bar stays, and its button keeps the focus.
        <Overlay>
          <AskMany
            plan={asked}
            identity={identity}
            onConfirm={(choices) => start(asked, choices)}
            onClose={() => setAsked(null)}
          />
        </Overlay>
      ) : null}
    </Bar>
  );
}

/** The action's own dialog for many rows, or the question before `run`. */
function AskMany<Row>(props: ComponentProps<typeof BulkDialog<Row>>) {
  const { action, possible, left } = props.plan;
  return action.bulkDialog?.(possible, props.onClose, left) ?? <BulkDialog {...props} />;
}

/**
 * The key A moves the focus from a row to the bar.
 * @returns moves the focus back to the row, or to the list
 */
function useBarKey(bar: RefObject<HTMLElement | null>): () => void {
  const from = useRef<HTMLElement | null>(null);
  useListener('keydown', (event) => {
    const { target } = event;
    if (event.key.toLowerCase() !== 'a' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(target instanceof HTMLElement) || !target.closest('table') || turnedOff('a')) return;
    const first = bar.current?.querySelector<HTMLElement>('button, [tabindex="0"]');
    if (!first || event.defaultPrevented) return;
    event.preventDefault();
    from.current = target;
    first.focus();
  });
  return () => {
    if (!bar.current?.contains(document.activeElement)) return;
    const row = document.querySelector<HTMLElement>('main tr[tabindex="0"]');
    (from.current?.isConnected ? from.current : row)?.focus();
  };
}

/** Sticks to the bottom of the window while the list is longer. */
function Bar({
  ref,
  label,
  children,
}: {
  ref: RefObject<HTMLElement | null>;
  label: string;
  children: React.ReactNode;
}) {
  useHeightVar(ref, '--foot-bar');
  return (
    <section
      ref={ref}
      aria-label={label}
      className="border-edge bg-raised shadow-raised sticky bottom-[calc(0.5rem+var(--dock,0px))] z-20 mt-2 rounded-md border"
    >
      {children}
    </section>
  );
}

/** A bulk action: how many of the selected rows it fits, or why none. */
function BulkButton<Row>({
  plan,
  onChoose,
}: {
  plan: BulkPlan<Row>;
  onChoose: (plan: BulkPlan<Row>) => void;
}) {
  const t = useTranslations('actions');
  const { action, possible, left } = plan;
  const some = possible.length > 0 && left.length > 0;
  const button = (describedBy?: string) => (
    <Button
      size="sm"
      variant={action.danger ? 'danger' : 'secondary'}
      icon={action.icon}
      disabledReason={possible.length === 0 ? reasonsOf(plan).join(' ') : null}
      onBlocked={action.onBlocked}
      aria-describedby={describedBy}
      onClick={() => onChoose(plan)}
    >
      {action.label}
      {some ? (
        <span className="tabular font-normal opacity-80">
          {t('bulk.possibleOfAll', { count: possible.length, all: possible.length + left.length })}
        </span>
      ) : null}
    </Button>
  );
  if (!some) return button();
  const why = `${t('bulk.skippedRows', { count: left.length })}. ${reasonsOf(plan).join(' ')}`;
  return <Tooltip content={why}>{button}</Tooltip>;
}
