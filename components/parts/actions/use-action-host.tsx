'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { lazyNamed } from '@/components/ui/lazy-named';
import { toast } from '@/components/ui/toast';
import { ProblemError } from '@/lib/problem';
import type { Action, Choices, RowIdentity } from './action';
import { Overlay } from './overlay';
import { useProblemLine } from './problem-words';

const ActionDialog = lazyNamed(() => import('./action-dialog'), 'ActionDialog');

/** A function that runs actions, and what it shows. */
export interface ActionHost<Row> {
  /** Opens the action's page, asks for confirmation, or runs it at once. Does nothing if the action has a `reason`. */
  perform: (action: Action<Row>, row: Row) => void;
  /** Render it near the calls of `perform`; it is empty until an action asks. */
  dialog: ReactNode;
}

/**
 * Runs actions on one row from anywhere: asks what is needed, then shows the result or the problem.
 * @param onDone called after `run` succeeded, for example to leave the page of a deleted thing
 */
export function useActionHost<Row>(
  identity: RowIdentity<Row>,
  onDone?: (action: Action<Row>, row: Row) => void,
): ActionHost<Row> {
  const t = useTranslations('actions');
  const say = useProblemLine();
  const router = useRouter();
  const [asked, setAsked] = useState<{ action: Action<Row>; row: Row } | null>(null);
  const close = useCallback(() => setAsked(null), []);

  const run = async (action: Action<Row>, row: Row, choices: Choices) => {
    await action.run?.(row, choices);
    if (action.done) toast({ title: action.done(row) });
    onDone?.(action, row);
  };
  const runNow = async (action: Action<Row>, row: Row) => {
    try {
      await run(action, row, {});
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const words = error.problem.outcome === 'unknown' ? 'unknown' : 'failed';
      const title = t(words, { action: action.label, name: identity.name(row) });
      const { problem } = error;
      toast({ tone: 'danger', title, text: say(problem), problem });
    }
  };
  const perform = (action: Action<Row>, row: Row) => {
    if (action.reason(row) !== null) return;
    if (action.href) router.push(action.href(row));
    else if (action.dialog || action.confirm) setAsked({ action, row });
    else void runNow(action, row);
  };

  if (!asked) return { perform, dialog: null };
  const { action, row } = asked;
  const dialog = (
    <Overlay key={`${action.id} ${identity.id(row)}`} onClose={close}>
      {action.dialog ? action.dialog(row, close) : null}
      {!action.dialog && action.confirm ? (
        <ActionDialog
          action={action}
          confirm={action.confirm}
          row={row}
          onConfirm={(choices) => run(action, row, choices)}
          onClose={close}
        />
      ) : null}
    </Overlay>
  );
  return { perform, dialog };
}
