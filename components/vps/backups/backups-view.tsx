'use client';
import { useCallback, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useInstance, type Detail } from '@/components/vps/instances/use-instance';
import { Live } from '@/components/parts/answers/live';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { RestoreOutcome, type StartedRestore } from './restore-outcome';
import { useBackupPrice } from './copy-price';
import { CostsPanel } from './costs-panel';
import { HistoryBlock, useHistory } from './history-block';
import { backupInputs } from './inputs';
import { BackupsContext, useBackupsTabValue } from './backups-context';
import { readRow } from './schedule-row';
import { SchedulesBlock } from './schedules-block';
import { Section } from './section';
import { SnapshotsSection, useSnapshots } from './snapshots-section';

/** What the page gives the tab. */
export interface BackupsViewProps {
  instance: string;
  /** Problems of the server's reads. They are shown until the browser has read for itself. */
  problems: { snapshots: Problem | null; schedules: Problem | null; history: Problem | null };
  /** The server's time, in milliseconds since 1970. */
  now: number;
}

/** The tab with the snapshots and backups of an instance. */
export function BackupsView(props: BackupsViewProps) {
  const { data, dataUpdatedAt } = useInstance(props.instance);
  return data ? <Loaded {...props} detail={data} readAt={dataUpdatedAt} /> : null;
}

const startedNow = (verb: StartedRestore['verb'], name: string): StartedRestore => ({
  verb,
  name,
  at: Date.now(),
});

interface LoadedProps extends BackupsViewProps {
  detail: Detail;
  /** When the instance was last read, in milliseconds since 1970. */
  readAt: number;
}

function Loaded({ detail, readAt, problems, now }: LoadedProps) {
  const t = useTranslations('backups');
  const tab = useBackupsTabValue(detail, now);
  const [started, setStarted] = useState<StartedRestore | null>(null);
  const onRollback = useCallback((name: string) => setStarted(startedNow('rollback', name)), []);
  const onRestore = useCallback((name: string) => setStarted(startedNow('restore', name)), []);
  const snapshotsQuery = useSnapshots(tab);
  const snapshots = snapshotsQuery.data?.data ?? null;
  const history = useHistory(tab);
  const perMonth = useBackupPrice(detail);
  const input = backupInputs(detail.uuid, 1).schedules;
  const schedules = useBackendQuery('D31', input, { poll: 'slow' });
  const rows = useMemo(() => schedules.data?.data.map(readRow) ?? null, [schedules.data]);
  return (
    <BackupsContext value={tab}>
      <div className="flex flex-col gap-6">
        {started ? (
          <RestoreOutcome {...{ readAt, started }} onClose={() => setStarted(null)} />
        ) : null}
        <CostsPanel
          snapshots={snapshots?.map(({ estimated_monthly: month }) => month) ?? null}
          backups={history.query.data?.page?.total ?? null}
          perBackup={perMonth}
          retentions={rows?.map(({ raw }) => raw.retention) ?? null}
        />
        <SnapshotsSection
          query={snapshotsQuery}
          problem={problems.snapshots}
          onStarted={onRollback}
        />
        <Section title={t('backups.title')} description={t('backups.description')}>
          <Live
            query={schedules}
            problem={problems.schedules}
            failed={t('schedules.failed')}
            noAccess={t('noAccess')}
          >
            {() => <SchedulesBlock rows={rows ?? []} perMonth={perMonth} />}
          </Live>
          <HistoryBlock
            history={history}
            problem={problems.history}
            snapshots={snapshots?.length ?? 0}
            onStarted={onRestore}
          />
        </Section>
      </div>
    </BackupsContext>
  );
}
