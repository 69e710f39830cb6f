'use client';
import { Pencil, Star, StarOff, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { verbsOf } from '@/components/parts/actions/verb';
import { useShell } from '@/components/parts/shell/context';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { projects } from '@/lib/resources/awanio';
import type { GroupRights } from '../settings/rights';
import type { Project } from './project';

const EditProject = lazyNamed(() => import('../settings/edit-dialog'), 'EditProject');
const DeleteProject = lazyNamed(() => import('./delete-dialog'), 'DeleteProject');

const projectChange = { area: 'project' } as const;

/**
 * Returns the actions of a project, for its own page and rows of the list. Needs the messages `organization-projects`.
 * @param admin whether the person may change every project here; else their level in the project decides
 * @param onDeleted leaves the page of a deleted project
 */
export function useProjectActions(
  { admin, suspended }: Pick<GroupRights, 'admin' | 'suspended'>,
  onDeleted?: () => void,
): readonly Action<Project>[] {
  const t = useTranslations('organization-projects');
  const { org } = useGroup();
  const change = useBackendChange();
  const { refresh } = useRouter();
  const { viewing } = useShell();
  const refused = useRoleRefusal(admin, projectChange, t('notAdmin'));
  return useMemo(() => {
    const verb = verbsOf<'organization-projects', Project>(t, projects);
    const mayChange = ({ project_member: mine }: Project) => admin || mine?.user_level === 1;
    const refusal = (project: Project) =>
      (project.organization?.is_suspend ?? suspended)
        ? t('suspended')
        : (viewing ?? (mayChange(project) ? null : (refused?.disabledReason ?? null)));
    const setPrimary = (ref: 'A18' | 'A19') => async (project: Project) => {
      await change(ref, { params: { uuid: project.uuid } });
      refresh();
    };
    return [
      verb('edit', {
        icon: <Pencil aria-hidden />,
        group: 'name',
        done: null,
        reason: refusal,
        onBlocked: refused?.onBlocked,
        dialog: (project, close) => <EditProject of={project} org={org} onClose={close} />,
      }),
      verb('primary', {
        icon: <Star aria-hidden />,
        group: 'primary',
        reason: ({ project_member: mine }) =>
          viewing ??
          (mine === null ? t('noMember') : mine.is_default ? t('primary.already') : null),
        run: setPrimary('A18'),
      }),
      verb('release', {
        icon: <StarOff aria-hidden />,
        group: 'primary',
        reason: ({ project_member: mine }) =>
          viewing ?? (mine?.is_default ? null : t('release.already')),
        run: setPrimary('A19'),
      }),
      verb('delete', {
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        done: null,
        reason: refusal,
        onBlocked: refused?.onBlocked,
        dialog: (project, close) => (
          <DeleteProject
            project={project}
            onClose={close}
            onDeleted={() => {
              onDeleted?.();
              refresh();
            }}
          />
        ),
      }),
    ];
  }, [t, org, change, refresh, admin, suspended, refused, viewing, onDeleted]);
}
