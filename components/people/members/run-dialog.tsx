'use client';
/** The frame of the dialogs that change members: what is asked, how far it is, and what became of each person. */
import { RotateCw } from 'lucide-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemLine } from '@/components/parts/actions/problem-words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { DialogFoot } from '@/components/ui/dialog-foot';
import type { DialogProps } from '@/components/ui/dialog-props';
import { ProblemNote } from '@/components/ui/error-state';
import { Foreign } from '@/components/ui/foreign';
import { ProgressBar } from '@/components/ui/progress-bar';
import { StepIcon, type StepIconState } from '@/components/ui/step-icon';
import { takeFocus } from '@/components/ui/take-focus';
import { useAttempt } from '@/components/ui/use-attempt';
import type { Problem } from '@/lib/problem';
import { runChanges, type ChangeRun, type Outcome } from './run-changes';

/** What is to be done, once it is known that it may be. */
export type Work = Pick<ChangeRun, 'ids' | 'many' | 'one' | 'holds'>;

export interface Runs {
  busy: boolean;
  /** Of what comes before the changes. */
  problem: Problem | null;
  progress: { count: number; all: number } | null;
  /** The last outcome of each person; null before the first run. */
  outcomes: readonly Outcome[] | null;
  /**
   * Prepares and runs changes. @param prepare gives the work; null where the person has to look again first
   * @returns the outcomes of this run; null where nothing ran
   */
  run: (prepare: () => Promise<Work | null>) => Promise<readonly Outcome[] | null>;
}

/** Runs changes of members, and keeps what became of each. */
export function useRuns(read: ChangeRun['read']): Runs {
  const { busy, problem, attempt } = useAttempt();
  const [progress, setProgress] = useState<Runs['progress']>(null);
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null);
  const run: Runs['run'] = async (prepare) => {
    let made: readonly Outcome[] | null = null;
    await attempt(async () => {
      const work = await prepare();
      if (!work) return;
      const all = work.ids.length;
      const tell = (count: number) => setProgress({ count, all });
      tell(0);
      try {
        made = await runChanges({ ...work, read, tell });
      } finally {
        setProgress(null);
      }
      const now = new Map(made.map((outcome) => [outcome.id, outcome]));
      setOutcomes((before) => [
        ...(before ?? []).map((outcome) => now.get(outcome.id) ?? outcome),
        ...[...now.values()].filter(({ id }) => !before?.some((old) => old.id === id)),
      ]);
    });
    return made;
  };
  return { busy, problem, progress, outcomes, run };
}

/** The people whose change failed, or of whom it isn't known. */
export const againOf = (outcomes: readonly Outcome[] | null): string[] =>
  (outcomes ?? []).filter(({ state }) => state !== 'done').map(({ id }) => id);

export const allDone = (outcomes: readonly Outcome[] | null): boolean =>
  outcomes !== null && outcomes.length > 0 && againOf(outcomes).length === 0;

/** What became of one person, in words. */
export interface OutcomeLine {
  key: string;
  name: string;
  state: Extract<StepIconState, 'done' | 'failed' | 'asked' | 'left'>;
  words: string;
}

/**
 * Gives the words of an outcome that needs none of its own.
 * @param done the words where it worked
 */
export function useOutcomeLine(): (outcome: Outcome, name: string, done: string) => OutcomeLine {
  const t = useTranslations('members.outcome');
  const say = useProblemLine();
  return ({ id, state, problem }, name, done) => {
    const why = problem ? say(problem) : '';
    if (state === 'done') return { key: id, name, state, words: done };
    if (state === 'failed') return { key: id, name, state, words: t('failed', { why }) };
    return {
      key: id,
      name,
      state: 'asked',
      words: problem ? t('unknown', { why }) : t('unlisted'),
    };
  };
}

type RunDialogProps = DialogProps<{
  title: string;
  runs: Runs;
  /** What became of each, once something ran. */
  lines: readonly OutcomeLine[];
  /** Above the lines. */
  heading: string;
  /** What has to be seen first, above the lines. */
  notice?: ReactNode;
  /** Tries again what failed. */
  again: () => void;
  /** In sight above the buttons, before anything ran. */
  above?: ReactNode;
  submit: string;
  danger?: boolean;
  reason?: string | null;
  onSubmit: () => void;
  children: ReactNode;
}>;

/** Asks, shows how far the changes are, and then what became of each person. It can't be closed while they are made. */
export function RunDialog(props: RunDialogProps) {
  const { title, runs, lines, onClose } = props;
  return (
    <Dialog open onClose={onClose} title={title} size="md" locked={runs.busy}>
      {lines.length === 0 ? <Asking {...props} /> : <Ended {...props} />}
    </Dialog>
  );
}

/** How far the changes are, or why they couldn't begin. */
function State({ runs: { progress, problem }, submit }: RunDialogProps) {
  const t = useTranslations('members');
  return (
    <>
      {progress ? (
        <div className="flex w-full flex-col gap-1">
          <p role="status" className="text-muted tabular text-sm">
            {t('working', progress)}
          </p>
          <ProgressBar label={submit} value={(100 * progress.count) / progress.all} />
        </div>
      ) : null}
      {problem ? <ProblemNote problem={problem} /> : null}
    </>
  );
}

function Asking(props: RunDialogProps) {
  const { runs, above, submit, danger = false, reason = null, onSubmit, onClose } = props;
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // React would pass it to a form around the dialog
    if (!runs.busy && !reason) onSubmit();
  };
  return (
    <form method="post" noValidate onSubmit={send} className="flex flex-col gap-4">
      {props.children}
      <DialogButtons {...{ onClose, danger, reason }} pending={runs.busy} confirm={submit}>
        {above}
        <State {...props} />
      </DialogButtons>
    </form>
  );
}

function Ended(props: RunDialogProps) {
  const { runs, lines, heading, notice, again, onClose } = props;
  const t = useTranslations('members');
  const ui = useTranslations('ui');
  const { busy, outcomes } = runs;
  const count = againOf(outcomes).length;
  return (
    <>
      <h3 ref={takeFocus} tabIndex={-1} className="font-medium outline-none">
        {heading}
      </h3>
      {notice}
      <OutcomeList lines={lines} label={t('outcomes')} />
      <DialogFoot>
        <State {...props} />
        {count > 0 ? (
          <Button icon={<RotateCw aria-hidden />} loading={busy} onClick={again}>
            {t('retry', { count })}
          </Button>
        ) : null}
        <Button variant="primary" disabledReason={busy ? ui('working') : null} onClick={onClose}>
          {t('close')}
        </Button>
      </DialogFoot>
    </>
  );
}

function OutcomeList({ lines, label }: { lines: readonly OutcomeLine[]; label: string }) {
  return (
    <ul
      aria-label={label}
      className="border-line bg-sunken flex flex-col gap-1 rounded border px-3 py-2"
    >
      {lines.map(({ key, name, state, words }) => (
        <li key={key} className="flex items-start gap-2 [&>svg]:mt-0.5">
          <StepIcon state={state} />
          <span className="min-w-0">
            <span className="font-medium break-all">
              <Foreign text={name} />
            </span>{' '}
            <span className={state === 'failed' ? 'text-danger' : 'text-muted'}>{words}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
