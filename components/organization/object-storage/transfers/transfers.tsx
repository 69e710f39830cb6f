'use client';
import { useQueryClient } from '@tanstack/react-query';
import { Upload as UploadIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { useListener } from '@/components/ui/use-listener';
import { number } from '@/lib/format';
import { IntlMore } from '@/lib/intl/provider';
import { isLeaving } from '@/lib/query/hide-page';
import { isAffected } from '@/lib/query/key';
import { usePerson } from '@/lib/query/person';
import { beforeSignOut } from '@/lib/query/transfers-asked';
import { useStore } from '@/lib/store';
import { groupParams } from '../../vms/group';
import { RunsTray, useRunSums } from '../runs/runs-tray';
import { TrayButton } from '../tray-button';
import { storageKey } from '../use-key';
import { panelOpen } from './page-transfers';
import type { Totals } from './totals';
import { TransfersPanel } from './transfers-panel';
import type { Target } from './upload';
import { useTransfers } from './use-transfers';

/**
 * The buttons of the bar that show the uploads and runs of this page, with all that watches over them. Loaded once there are some.
 * @param words address of its messages
 */
export function Transfers({ words }: { words: string }) {
  return (
    <IntlMore src={words}>
      <RunsTray />
      <Uploads />
      <Guard />
    </IntlMore>
  );
}

function Uploads() {
  const t = useTranslations('transfers');
  const locale = useLocale();
  const { snapshot } = useTransfers();
  const { totals, ids } = snapshot;
  const open = useStore(panelOpen);
  useFreshLists();
  useEndNews(totals);
  if (ids.length === 0 && !open) return null;
  const percent = totals.size > 0 ? Math.floor((100 * totals.sent) / totals.size) : 100;
  const needs = totals.stopped + totals.needFile;
  const label = t('button', {
    done: number(totals.done, locale),
    files: number(totals.files, locale),
    busy: totals.busy,
    needs,
  });
  return (
    <>
      <TrayButton
        {...{ label, open }}
        icon={<UploadIcon aria-hidden />}
        badge={needs > 0 ? '!' : totals.busy > 0 ? `${percent}%` : null}
        warns={needs > 0}
        onClick={() => panelOpen.set(true)}
      />
      {open ? <TransfersPanel onClose={() => panelOpen.set(false)} /> : null}
    </>
  );
}

/** Milliseconds between two reads of a list that uploads change. */
const readEvery = 1_000;

/** Reads the open list of objects again when files have come into it, but not for each. Small files may come before this code. */
function useFreshLists() {
  const client = useQueryClient();
  const { identity } = usePerson();
  const { transfers } = useTransfers();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = new Map<string, Target>();
    const read = () => {
      timer = undefined;
      for (const { scope, bucket } of changed.values()) {
        const kept = storageKey(identity, groupParams(scope).uuid);
        void client.invalidateQueries({ queryKey: [...kept, 'objects', bucket] });
        void client.invalidateQueries({ queryKey: [...kept, 'uploads', bucket] });
        void client.invalidateQueries({
          predicate: ({ queryKey }) => isAffected(queryKey, identity, '', ['A60']),
          refetchType: 'none',
        });
      }
      changed.clear();
    };
    const stop = transfers.onDone((target) => {
      changed.set(`${groupParams(target.scope).uuid} ${target.bucket}`, target);
      timer ??= setTimeout(read, readEvery);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, identity, transfers]);
}

/** Tells in a notice that all uploads have ended, or that some need the person. */
function useEndNews({ files, busy, done, stopped, needFile, paused }: Totals) {
  const t = useTranslations('transfers');
  // Small files may have ended before this code came.
  const before = useRef({ busy: 1, done: 0 });
  useEffect(() => {
    if (files === 0) return;
    const was = before.current;
    if (was.busy === 0 && busy > 0) before.current = { busy, done };
    else before.current = { ...was, busy };
    if (was.busy === 0 || busy > 0) return;
    const needs = stopped + needFile;
    const sent = done - was.done;
    before.current = { busy: 0, done };
    if (needs > 0)
      toast({
        tone: 'danger',
        title: t('needsYou', { count: needs }),
        action: { label: t('show'), onSelect: () => panelOpen.set(true) },
        lasts: 20_000,
      });
    else if (paused === 0 && sent > 0)
      toast({ tone: 'good', title: t('allDone', { count: sent }) });
  }, [files, busy, done, stopped, needFile, paused, t]);
}

/** Asks before uploads or runs under way are left by a reload, by closing the tab, or by signing out. */
function Guard() {
  const uploads = useTransfers().snapshot.totals.busy > 0;
  const runs = useRunSums().working > 0;
  return uploads || runs ? <Asks {...{ uploads, runs }} /> : null;
}

function Asks({ uploads, runs }: { uploads: boolean; runs: boolean }) {
  const t = useTranslations('transfers.signOut');
  const [asked, setAsked] = useState<{ answer: (goOn: boolean) => void } | null>(null);
  useListener('beforeunload', (event) => {
    if (!isLeaving()) event.preventDefault();
  });
  useEffect(() => {
    beforeSignOut.set(
      () => new Promise<boolean>((resolve) => setAsked({ answer: (goOn) => resolve(goOn) })),
    );
    return () => beforeSignOut.set(null);
  }, []);
  const answer = (goOn: boolean) => {
    asked?.answer(goOn);
    setAsked(null);
  };
  return (
    <ConfirmDialog
      open={asked !== null}
      onClose={() => answer(false)}
      title={t(uploads ? 'title' : 'runsTitle')}
      confirmLabel={t('confirm')}
      danger
      onConfirm={async () => answer(true)}
    >
      {uploads ? <p>{t('text')}</p> : null}
      {runs ? <p>{t('runsText')}</p> : null}
    </ConfirmDialog>
  );
}
