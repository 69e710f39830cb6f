'use client';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { Instant, useNow } from '@/components/ui/instant';
import { Panel } from '@/components/ui/panel';
import { useProblemWords } from '@/components/ui/problem-words';
import { Status } from '@/components/ui/status';
import { toast } from '@/components/ui/toast';
import { downloads } from '@/lib/paths/downloads';
import { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { useLasting } from '@/lib/query/use-lasting';
import { groupParams } from '../vms/group';
import { clustersChange } from './actions';
import type { Cluster } from './cluster';
import { endsIn, keepEnd, standing } from './kubeconfigs';

/** Downloads the kubeconfig. The page itself never holds its text: only the browser's file does. */
function useDownload(cluster: Cluster) {
  const scope = useGroup();
  const { identity } = usePerson();
  const t = useTranslations('clusters.kubeconfig');
  const words = useProblemWords();
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<{ name: string; context: string } | null>(null);
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
      if (ends) keepEnd(identity, cluster.uuid, ends);
      if (context) setSaved({ name, context });
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
  const ends = endsIn(useLasting(identity, 'kubeconfigs'))[cluster.uuid];
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
        {ends ? <End ends={ends} /> : null}
        <p>{t('text')}</p>
        <p className="text-warn">{t('noRecall')}</p>
        {saved ? <Commands {...saved} /> : null}
      </div>
    </Panel>
  );
}

const groups = { valid: 'run', soon: 'busy', ended: 'error' } as const;

/** Says when the certificate that was downloaded last in this browser ends. */
function End({ ends }: { ends: string }) {
  const t = useTranslations('clusters.kubeconfig');
  const now = useNow();
  if (now === null) return null;
  const { state, days } = standing(ends, now);
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <Status group={groups[state]}>{t(`states.${state}`, { days })}</Status>
      <span className="text-muted">
        {t('ends')} <Instant iso={ends} as="exact" />
      </span>
    </p>
  );
}

/** The commands that merge the file into the person's own, use it, and remove it again. */
function Commands({ name, context }: { name: string; context: string }) {
  const t = useTranslations('clusters.kubeconfig');
  const commands = {
    merge: [
      'mkdir -p ~/.kube && touch ~/.kube/config',
      `(umask 077; KUBECONFIG=~/.kube/config:./${name} kubectl config view --flatten > ~/.kube/config.new)`,
      'mv ~/.kube/config.new ~/.kube/config',
      `rm ./${name}`,
    ],
    use: [`kubectl --context '${context}' get nodes`],
    remove: [
      `kubectl config delete-context '${context}'`,
      `kubectl config delete-cluster '${context}'`,
      `kubectl config delete-user '${context}'`,
    ],
  } as const;
  return (['merge', 'use', 'remove'] as const).map((what) => (
    <div key={what} className="min-w-0">
      <p className="mb-1">{t(what)}</p>
      <CodeBlock label={t(what)} code={commands[what].join('\n')} />
    </div>
  ));
}
