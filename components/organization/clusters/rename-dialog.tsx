'use client';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { useGroup } from '@/lib/query/scope';
import { clusters } from '@/lib/resources/awanio';
import { aboutCluster, clusterParams, type Cluster } from './cluster';
import { NameField } from './name-field';
import { useBlame } from './use-blame';

/** The dialog that gives a cluster another name, A66. */
export function RenameDialog({ cluster, onClose }: DialogProps<{ cluster: Cluster }>) {
  const scope = useGroup();
  const t = useTranslations('clusters.rename');
  const name = clusters.name(cluster);
  const form = useDialogForm('A66', {
    onClose,
    defaults: { name },
    input: (body) => ({ params: clusterParams(scope, cluster.uuid), body }),
    blame: useBlame(),
    about: ({ body }) =>
      aboutCluster(scope, { uuid: cluster.uuid, name: body.name ?? cluster.name }),
    done: (_, values) => t('done', { name: values.name }),
  });
  return (
    <FormDialog {...{ form, onClose }} title={t('title', { name })} submit={t('label')}>
      <NameField form={form} />
    </FormDialog>
  );
}
