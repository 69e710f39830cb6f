'use client';
import { RotateCw, Square, X } from 'lucide-react';
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { isolatedNode } from '@/components/ui/foreign';
import { IconButton } from '@/components/ui/icon-button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { takeFocus } from '@/components/ui/take-focus';
import { StepIcon } from '@/components/ui/step-icon';
import { toast } from '@/components/ui/toast';
import { useWayOut } from '@/components/ui/way-out';
import type { RowIdentity } from './action';
import type { BulkItem, BulkRun, BulkState } from './bulk-run';
import type { BulkPlan } from './bulk-plan';
import { useProblemLine } from './problem-words';

/**
 * Shows the progress of work on many rows, with the result of each. Failed rows can be retried, waiting ones
 * stopped.
 */
export function BulkProgress<Row>({
  action,
  possible,
  left,
  run,
  identity,
  onClose,
  onSettled,
}: BulkPlan<Row> & {
  run: BulkRun;
  identity: RowIdentity<Row>;
  onClose: () => void;
  onSettled?: (() => void) | undefined;
}) {
  const t = useTranslations('actions');
  const { subscribe, snapshot } = run;
  const { items, settled, pausedUntil } = useSyncExternalStore(subscribe, snapshot, snapshot);
  const tellSettled = useEffectEvent(() => onSettled?.());
  useEffect(() => {
    if (settled) tellSettled();
  }, [settled]);

  useResultNotice(run, action.label, left.length);
  const count = (...states: BulkState[]) => countOf(items, states);
  const names = new Map(possible.map((row) => [identity.id(row), identity.name(row)]));
  const [failed, stopped, waiting] = [count('failed'), count('stopped'), count('waiting')];
  const sum = useSummary(left.length)(items);
  const wayOut = useWayOut();
  const out = items.map(({ problem }) => problem && wayOut(problem)).find(Boolean);
  const ended = items.length - count('waiting', 'working');
  return (
    <div className="flex flex-col gap-2 px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2 ref={takeFocus} tabIndex={-1} className="font-medium outline-none">
          {action.label}
        </h2>
        <p role="status" className="tabular text-muted">
          {settled ? sum : t('bulk.progress', { ended, all: items.length })}
          {pausedUntil === null ? '' : ` ${t('bulk.paused')}`}
        </p>
        {out}
        <span className="ml-auto flex items-center gap-1">
          {waiting > 0 ? (
            <Button size="sm" icon={<Square aria-hidden />} onClick={run.stop}>
              {t('bulk.stop')}
            </Button>
          ) : null}
          {settled && failed + stopped > 0 ? (
            <Button size="sm" icon={<RotateCw aria-hidden />} onClick={run.retry}>
              {t('bulk.retry', { count: failed + stopped })}
            </Button>
          ) : null}
          <IconButton
            size="sm"
            label={t('bulk.close')}
            icon={<X aria-hidden />}
            disabledReason={settled ? null : t('bulk.notYet')}
            onClick={() => {
              run.close();
              onClose();
            }}
          />
        </span>
      </div>
      {settled ? null : <ProgressBar label={action.label} value={(100 * ended) / items.length} />}
      <ul className="max-h-48 overflow-y-auto" tabIndex={0} aria-label={t('bulk.outcomes')}>
        {items.map((item) => (
          <Outcome key={item.id} item={item} name={names.get(item.id) ?? item.id} />
        ))}
        {left.map(({ row, reason }) => (
          <Line
            key={identity.id(row)}
            icon={<StepIcon state="left" />}
            name={identity.name(row)}
            text={reason}
          />
        ))}
      </ul>
    </div>
  );
}

const countOf = (items: readonly BulkItem[], states: readonly BulkState[]) =>
  items.filter(({ state }) => states.includes(state)).length;

/** Gives a function that sums up the work: “8 done, 1 failed, 2 left out”. @param left rows that were left out */
function useSummary(left: number): (items: readonly BulkItem[]) => string {
  const t = useTranslations('actions.bulk');
  return useCallback(
    (items) => {
      const unknown = items.filter(({ problem }) => problem?.outcome === 'unknown').length;
      const [failed, stopped] = [countOf(items, ['failed']) - unknown, countOf(items, ['stopped'])];
      return [
        t('done', { count: countOf(items, ['done']) }),
        ...(unknown > 0 ? [t('unknown', { count: unknown })] : []),
        ...(failed > 0 ? [t('failed', { count: failed })] : []),
        ...(stopped > 0 ? [t('stopped', { count: stopped })] : []),
        ...(left > 0 ? [t('skipped', { count: left })] : []),
      ].join(', ');
    },
    [t, left],
  );
}

/** Shows the result in a notice if the bar unmounts before the person has closed it. */
function useResultNotice(run: BulkRun, title: string, left: number) {
  const sum = useSummary(left);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      const tell = () => {
        const { settled, items } = run.snapshot();
        if (!settled || here.current || run.closed()) return;
        run.close();
        const trouble = countOf(items, ['failed', 'stopped']) > 0;
        toast({ tone: trouble ? 'danger' : 'good', title, text: sum(items) });
      };
      run.subscribe(tell);
      tell();
    };
  }, [run, title, sum]);
}

function Outcome({ item: { state, problem }, name }: { item: BulkItem; name: string }) {
  const t = useTranslations('actions');
  const say = useProblemLine();
  const text = state === 'failed' && problem ? say(problem) : t(`bulk.states.${state}`);
  const icon = <StepIcon state={state === 'stopped' ? 'left' : state} />;
  return <Line icon={icon} name={name} text={text} danger={state === 'failed'} />;
}

function Line({
  icon,
  name,
  text,
  danger = false,
}: {
  icon: ReactNode;
  name: string;
  text: string;
  danger?: boolean;
}) {
  return (
    <li className="flex items-start gap-2 py-0.5 [&>svg]:mt-0.5">
      {icon}
      <span className="min-w-0 break-words">
        <span className="font-medium break-all">{isolatedNode(name)}</span>{' '}
        <span className={danger ? 'text-danger' : 'text-muted'}>{text}</span>
      </span>
    </li>
  );
}
