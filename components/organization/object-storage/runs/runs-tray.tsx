'use client';
import { ListChecks } from 'lucide-react';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import { useOnNavigation } from '@/components/ui/use-on-navigation';
import { useStore } from '@/lib/store';
import { TrayButton } from '../tray-button';
import { pageRuns, runsOpen, type PageRun } from './page-runs';
import { RunButtons, RunView } from './run-view';

/** How the runs of the page stand, as one text, so that it changes only when something does. */
interface Sums {
  /** Runs that work, those too whose dialogs are open. */
  working: number;
  /** Of those whose dialogs are closed: how many there are, how many ended and need the person, how far the others are. */
  hidden: number;
  needs: number;
  percent: number | null;
}

function sumsOf(runs: readonly PageRun[]): string {
  const sums: Sums = { working: 0, hidden: 0, needs: 0, percent: null };
  let [done, all] = [0, 0];
  for (const { run, hidden, total } of runs) {
    const now = run.progress.current();
    const ended = now.state === 'ended';
    if (!ended) sums.working += 1;
    if (!hidden) continue;
    sums.hidden += 1;
    if (ended) sums.needs += 1;
    else {
      done += now.done + now.failed.length;
      all += total ?? Number.NaN;
    }
  }
  if (all > 0) sums.percent = Math.min(100, Math.floor((100 * done) / all));
  return JSON.stringify(sums);
}

/** How the runs of this page stand. */
export function useRunSums(): Sums {
  const runs = useStore(pageRuns);
  const follow = useMemo(
    () => (listener: () => void) => {
      const stops = runs.map(({ run }) => run.progress.subscribe(listener));
      return () => stops.forEach((stop) => stop());
    },
    [runs],
  );
  const sums = () => sumsOf(runs);
  return JSON.parse(useSyncExternalStore(follow, sums, sums)) as Sums;
}

/** The button of the bar for runs whose dialogs are closed, and their list. Needs the messages `storage-list` and `object-storage`. */
export function RunsTray() {
  const t = useTranslations('storage-list.run.tray');
  const open = useStore(runsOpen);
  const { hidden, needs, percent } = useRunSums();
  useNeedsNews(needs);
  if (hidden === 0 && !open) return null;
  const badge = needs > 0 ? '!' : percent === null ? '…' : `${percent}%`;
  return (
    <>
      <TrayButton
        label={t('button', { busy: hidden - needs, needs })}
        icon={<ListChecks aria-hidden />}
        open={open}
        badge={hidden > 0 ? badge : null}
        warns={needs > 0}
        onClick={() => runsOpen.set(true)}
      />
      {open ? <RunsList onClose={() => runsOpen.set(false)} /> : null}
    </>
  );
}

/** Tells in a notice that a run has ended and needs the person. */
function useNeedsNews(needs: number) {
  const t = useTranslations('storage-list.run');
  const before = useRef(needs);
  useEffect(() => {
    if (needs > before.current && !runsOpen.current())
      toast({
        tone: 'danger',
        title: t('needsYou'),
        action: { label: t('show'), onSelect: () => runsOpen.set(true) },
        lasts: 20_000,
      });
    before.current = needs;
  }, [needs, t]);
}

function RunsList({ onClose }: { onClose: () => void }) {
  const t = useTranslations('storage-list.run.tray');
  const runs = useStore(pageRuns).filter(({ hidden }) => hidden);
  useOnNavigation(onClose);
  return (
    <Dialog open title={t('title')} onClose={onClose} size="md">
      {runs.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ul className="divide-line flex flex-col divide-y">
        {runs.map((each) => (
          <li key={each.id} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
            <h3 className="font-medium wrap-anywhere">{each.title}</h3>
            <RunView of={each} />
            <div className="flex flex-wrap gap-2">
              <RunButtons of={each} size="sm" />
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
