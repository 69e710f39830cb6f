'use client';
import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { DialogFoot } from '@/components/ui/dialog-foot';
import { toast } from '@/components/ui/toast';
import { useStore } from '@/lib/store';
import { dropRun, hideRun, pageRuns, runsOpen, showRun, type PageRun } from './page-runs';
import { RunButtons, RunView } from './run-view';

/** The dialog of a run of the page. Closed while the run works, it lets it go on; the bar shows it then. */
export function RunDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const of = useStore(pageRuns).find((each) => each.id === id);
  useEffect(() => {
    showRun(id);
    return () => hideRun(id);
  }, [id]);
  const gone = of === undefined;
  const tellGone = useEffectEvent(onClose);
  useEffect(() => {
    if (gone) tellGone();
  }, [gone]);
  return of ? <Shown {...{ of, onClose }} /> : null;
}

function Shown({ of, onClose }: { of: PageRun; onClose: () => void }) {
  const t = useTranslations('storage-list.run');
  const ended = useStore(of.run.progress).state === 'ended';
  const hide = () => {
    toast({
      title: t('hidden'),
      action: { label: t('show'), onSelect: () => runsOpen.set(true) },
      lasts: 6_000,
    });
    onClose();
  };
  return (
    <Dialog open title={of.title} onClose={ended ? () => dropRun(of.id) : hide} size="md">
      <div className="flex flex-col gap-3">
        <RunView of={of} />
        {ended ? null : <p className="text-muted text-sm">{t('open')}</p>}
        <DialogFoot>
          <RunButtons of={of} />
          {ended ? null : (
            <Button variant="primary" onClick={hide}>
              {t('hide')}
            </Button>
          )}
        </DialogFoot>
      </div>
    </Dialog>
  );
}
