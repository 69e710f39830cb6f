'use client';
import { FolderPlus, ShieldOff, UserCog, UserMinus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { refusedFor } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import { useShell } from '@/components/parts/shell/context';
import { lazyNamed } from '@/components/ui/lazy-named';
import { paths } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { members } from '@/lib/resources/awanio';
import { idOf, keepsAdmin, type Member } from './member';
import { useMemberFacts, useMemberRefusal } from './place';

const RoleDialog = lazyNamed(() => import('./role-dialog'), 'RoleDialog');
const RemoveDialog = lazyNamed(() => import('./remove-dialog'), 'RemoveDialog');
const ProjectDialog = lazyNamed(() => import('./project-dialog'), 'ProjectDialog');

/**
 * The actions on members. Needs the messages `members`.
 * @param list the whole list, by which the last admin is known; null while only its beginning is there
 */
export function useMemberActions(list: readonly Member[] | null): readonly Action<Member>[] {
  const t = useTranslations('members');
  const scope = useGroup();
  const { offered } = useMemberFacts();
  const refusal = useMemberRefusal();
  const { scopes } = useShell();
  const hasProjects = scopes.some(
    (each) => each.kind === 'project' && each.group.org === scope.org,
  );
  return useMemo(() => {
    const verb = verbsOf<'members', Member>(t, members);
    const inOrganization = scope.project === undefined;
    const fixed = (member: Member) =>
      member.unlisted
        ? t('reasons.fromOrganization')
        : member.nameless
          ? t('reasons.nobody')
          : null;
    const last = (member: Member) =>
      inOrganization && list !== null && !keepsAdmin(list, [idOf(member)])
        ? t('reasons.lastAdmin')
        : null;
    const change = verb('change', {
      icon: <UserCog aria-hidden />,
      group: 'role',
      bulk: true,
      reason: (member) =>
        inOrganization && !offered.A12 ? t('notOffered') : (fixed(member) ?? last(member)),
      dialog: (member, close) => <RoleDialog members={[member]} list={list} onClose={close} />,
      bulkDialog: (some, close, left) => (
        <RoleDialog members={some} list={list} left={left} onClose={close} />
      ),
      done: null,
    });
    const toProject = verb('toProject', {
      icon: <FolderPlus aria-hidden />,
      group: 'role',
      bulk: true,
      reason: (member) => fixed(member) ?? (hasProjects ? null : t('reasons.noProjects')),
      dialog: (member, close) => <ProjectDialog members={[member]} onClose={close} />,
      bulkDialog: (some, close, left) => (
        <ProjectDialog members={some} left={left} onClose={close} />
      ),
      done: null,
    });
    const remove = verb('remove', {
      icon: <UserMinus aria-hidden />,
      group: 'end',
      danger: true,
      bulk: true,
      reason: (member) => fixed(member) ?? last(member),
      dialog: (member, close) => <RemoveDialog members={[member]} list={list} onClose={close} />,
      bulkDialog: (some, close, left) => (
        <RemoveDialog members={some} list={list} left={left} onClose={close} />
      ),
      done: null,
    });
    const offboard = verb('offboard', {
      icon: <ShieldOff aria-hidden />,
      group: 'end',
      danger: true,
      reason: (member) => fixed(member) ?? last(member),
      href: (member) => paths.offboard(scope, idOf(member)),
    });
    const all = inOrganization ? [change, toProject, remove, offboard] : [change, remove];
    if (!refusal) return all;
    const { disabledReason, onBlocked } = refusal;
    return all.map((action) => refusedFor(action, disabledReason, onBlocked));
  }, [t, scope, list, refusal, offered, hasProjects]);
}
