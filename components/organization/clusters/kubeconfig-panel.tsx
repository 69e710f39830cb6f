'use client';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { Instant } from '@/components/ui/instant';
import { Panel } from '@/components/ui/panel';
import { useProblemWords } from '@/components/ui/problem-words';
import { toast } from '@/components/ui/toast';
import { downloads } from '@/lib/paths/downloads';
import { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { useLasting } from '@/lib/query/use-lasting';
import { clusters } from '@/lib/resources/awanio';
import { groupParams } from '../vms/group';
import { clustersChange } from './actions';
import { CertificateStatus } from './certificate-status';
import type { Cluster } from './cluster';
import { mergeCommands, removeCommands, useCommands } from './kubeconfig-commands';
import { downloadedIn, keepDownloaded } from './kubeconfigs';

interface Saved {
  /** The name of the file that was downloaded on this page; null if it was before. */
  file: string | null;
  context: string;
}

/** Downloads the kubeconfig. The page itself never holds its text: only the browser's file does. */
function useDownload(cluster: Cluster) {
  const scope = useGroup();
  const { identity } = usePerson();
  const t = useTranslations('clusters.kubeconfig');
  const words = useProblemWords();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<Saved | null>(null);
  const save = async () => {
    setBusy(true);
    try {
      const [{ fetchDownload }, { saveBlob }] = await Promise.all([
        import('@/components/parts/files/download'),
        import('@/components/parts/files/save-blob'),
      ]);
      const path = downloads.kubeconfig(groupParams(scope), cluster.uuid);
      const { blob, name, context, ends } = await fetchDownload(path, {});
      saveBlob(blob, name);
      if (context) setSaved({ file: name, context });
      if (context && ends) {
        const { uuid } = cluster;
        keepDownloaded(identity, { uuid, name: clusters.name(cluster), context, scope, ends });
      }
      toast({ tone: 'good', title: t('saved') });
    } catch (error) {
      const told = error instanceof ProblemError ? words(error.problem) : null;
      const text = told ? `${told.text} ${told.todo}` : undefined;
      toast({ tone: 'danger', title: told?.title ?? t('failed'), text });
    } finally {
      setBusy(false);
    }
  };
  return { busy, saved, save: () => void save() };
}

/** Downloads a cluster's kubeconfig, and says how it is used and when it ends. */
export function KubeconfigPanel({ cluster, may }: { cluster: Cluster; may: boolean }) {
  const all = useTranslations('clusters');
  const t = useTranslations('clusters.kubeconfig');
  const { identity } = usePerson();
  const { busy, saved, save } = useDownload(cluster);
  const refusal = useRoleRefusal(may, clustersChange, all('noWrite'));
  const kept = downloadedIn(useLasting(identity, 'kubeconfigs')).find(
    ({ uuid }) => uuid === cluster.uuid,
  );
  const shown = saved ?? (kept ? { file: null, context: kept.context } : null);
  return (
    <Panel
      title={t('title')}
      actions={
        <Button icon={<Download aria-hidden />} loading={busy} {...refusal} onClick={save}>
          {t('download')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        {kept ? <End ends={kept.ends} /> : null}
        <p>{t('text')}</p>
        <p className="text-warn">{t('noRecall')}</p>
        {shown ? <Commands {...shown} /> : null}
      </div>
    </Panel>
  );
}

/** Says when the certificate that was downloaded last in this browser ends. */
function End({ ends }: { ends: string }) {
  const t = useTranslations('clusters.kubeconfig');
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <CertificateStatus ends={ends} />
      <span className="text-muted">
        {t('ends')} <Instant iso={ends} as="exact" />
      </span>
    </p>
  );
}

/** The commands that merge the file into the person's own, use it, and remove it again. */
function Commands({ file, context }: Saved) {
  const t = useTranslations('clusters.kubeconfig');
  const all = [
    ...(file === null ? [] : [{ words: t('merge'), code: mergeCommands(file, context) }]),
    { words: t('use'), code: useCommands(context) },
    { words: t('remove'), code: removeCommands(context) },
  ];
  return all.map(({ words, code }) => (
    <div key={words} className="min-w-0">
      <p className="mb-1">{words}</p>
      <CodeBlock label={words} code={code} />
    </div>
  ));
}
