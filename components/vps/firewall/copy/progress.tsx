'use client';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemLine } from '@/components/parts/actions/problem-words';
import { Button } from '@/components/ui/button';
import { DialogFoot } from '@/components/ui/dialog-foot';
import { ProgressBar } from '@/components/ui/progress-bar';
import { StepIcon } from '@/components/ui/step-icon';
import type { CopyRun, JobOutcome } from '@/lib/firewall/copy-run';
import type { Target } from './compared';
import { Machine } from './machine';
import { useStepWords } from './use-step-words';

const isDone = ({ steps }: JobOutcome) => steps.every(({ state }) => state === 'done');

interface ProgressProps {
  targets: readonly Target[];
  run: CopyRun;
  /** Compares the unfinished machines again, so that no step is done twice. */
  onRetry: (targets: readonly Target[]) => void;
  onClose: () => void;
}

/** The step that shows how far copying is, for each machine and each change. */
export function Progress({ targets, run, onRetry, onClose }: ProgressProps) {
  const t = useTranslations('firewall');
  const { jobs, settled, paused } = useSyncExternalStore(run.subscribe, run.snapshot, run.snapshot);
  const steps = jobs.flatMap((job) => job.steps);
  const ended = steps.filter(({ state }) => state === 'done').length;
  const done = jobs.filter(isDone).length;
  const failed = jobs.length - done;
  const unfinished = targets.filter(({ id }) => jobs.some((job) => job.id === id && !isDone(job)));
  const sum = [t('copy.sum', { done }), ...(failed > 0 ? [t('copy.sumFailed', { failed })] : [])];
  const progress = t('copy.progress', { done: ended, total: steps.length });
  return (
    <>
      <div className="flex flex-col gap-2">
        <p role="status">
          {settled ? `${sum.join(', ')}.` : progress}
          {paused ? ` ${t('copy.paused')}` : ''}
        </p>
        {settled ? null : <ProgressBar label={progress} value={(100 * ended) / steps.length} />}
      </div>
      {jobs.map((job) => (
        <Machine key={job.id} name={targets.find(({ id }) => id === job.id)?.name ?? job.id}>
          <Steps job={job} />
        </Machine>
      ))}
      <DialogFoot>
        {settled ? null : <Button onClick={run.stop}>{t('copy.stop')}</Button>}
        {settled && unfinished.length > 0 ? (
          <Button onClick={() => onRetry(unfinished)}>{t('copy.retry')}</Button>
        ) : null}
        <Button
          variant="primary"
          disabledReason={settled ? null : t('copy.inProgress')}
          onClick={onClose}
        >
          {t('copy.close')}
        </Button>
      </DialogFoot>
    </>
  );
}

function Steps({ job }: { job: JobOutcome }) {
  const t = useTranslations('firewall');
  const words = useStepWords();
  const say = useProblemLine();
  const halted = job.steps.some(({ state }) => state === 'failed');
  return (
    <>
      <ol className="flex flex-col gap-1">
        {job.steps.map(({ step, state, problem }, index) => (
          <li key={index} className="flex items-start gap-2">
            <span className="mt-0.5 flex">
              <StepIcon state={state} />
            </span>
            <span className="min-w-0 grow break-words">
              {words(step)}
              {problem ? <span className="text-danger block text-sm">{say(problem)}</span> : null}
            </span>
            <span className="text-muted shrink-0 text-sm">{t(`copy.states.${state}`)}</span>
          </li>
        ))}
      </ol>
      {halted ? <p className="text-muted text-sm">{t('copy.stopped')}</p> : null}
    </>
  );
}
