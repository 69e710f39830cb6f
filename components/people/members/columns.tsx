'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useLevelWords } from '@/components/organization/people/role-words';
import { PersonMark } from '@/components/parts/people/person-mark';
import * as column from '@/components/parts/tables/column';
import type { Column, Filter } from '@/components/parts/tables/columns';
import { Badge } from '@/components/ui/badge';
import { Foreign } from '@/components/ui/foreign';
import { Instant } from '@/components/ui/instant';
import { Status, type StatusGroup } from '@/components/ui/status';
import { roleOfLevel } from '@/lib/contract/permissions';
import { useGroup } from '@/lib/query/scope';
import { idOf, nameOf, type Member } from './member';
import { useMemberFacts, useOwnId } from './place';

const groups = {
  active: 'run',
  inactive: 'off',
  unverified: 'unknown',
  deleted: 'error',
} as const satisfies Record<string, StatusGroup>;

const isKnown = (status: string | null): status is keyof typeof groups =>
  status !== null && Object.hasOwn(groups, status);

/** The state of a person's account; a word that nobody knows is shown as it is. */
function PersonStatus({ member: { users } }: { member: Member }) {
  const t = useTranslations('members.states');
  const { status } = users;
  if (isKnown(status)) return <Status group={groups[status]}>{t(status)}</Status>;
  return <Status group="unknown">{status ? <Foreign text={status} /> : t('unknown')}</Status>;
}

function Person({ member }: { member: Member }) {
  const t = useTranslations('members');
  const own = useOwnId() === idOf(member);
  const { org, project } = useGroup();
  // The guarded image route reads the picture's address from the list in which the person stands.
  const here = project === undefined || member.unlisted ? org : project;
  const group = here === org ? 'organizations' : 'projects';
  const { username, email } = member.users;
  const name = nameOf(member);
  const beneath = [username, email].filter((word) => word && word !== name).join(' · ');
  return (
    <span className="flex min-w-0 items-center gap-2.5 py-0.5 text-left">
      <PersonMark
        of={{ kind: 'member', group, uuid: here, user: idOf(member) }}
        name={name}
        icon={member.nameless ? null : member.users.avatar}
        at={member.users.updated_at}
      />
      <span className="min-w-0">
        <span className="font-medium break-words">
          <Foreign text={name} />
        </span>{' '}
        {own ? <Badge tone="accent">{t('you')}</Badge> : null}
        {beneath ? (
          <span className="text-faint block text-xs break-words">
            <Foreign text={beneath} />
          </span>
        ) : null}
      </span>
    </span>
  );
}

/** The role here, and whether the right comes from the organization. */
function Role({ member }: { member: Member }) {
  const t = useTranslations('members');
  const { financeLevel } = useMemberFacts();
  const role = useLevelWords(financeLevel)(member.user_level);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5">
      {member.unlisted ? null : role}
      {member.inherits ? <Badge tone="info">{t('inherited')}</Badge> : null}
    </span>
  );
}

/** The columns of the list; memoized. Needs the messages `members` and `rights`. */
export function useMemberColumns(): readonly Column<Member>[] {
  const t = useTranslations('members');
  const { financeLevel } = useMemberFacts();
  const role = useLevelWords(financeLevel);
  return useMemo(
    () => [
      column.name<Member>('name', t('name'), nameOf, {
        cell: (member) => <Person member={member} />,
      }),
      column.text<Member>('role', t('role'), ({ user_level: level }) => role(level), {
        cell: (member) => <Role member={member} />,
        csv: ({ user_level: level, inherits }) => (inherits ? t('inherited') : role(level)),
      }),
      column.text<Member>('status', t('status'), ({ users }) => users.status, {
        cell: (member) => <PersonStatus member={member} />,
      }),
      column.instant<Member>('signed-in', t('lastSignIn'), ({ users }) => users.last_login, {
        cell: ({ users: { last_login: at } }) =>
          at === null ? <span className="text-faint">{t('never')}</span> : <Instant iso={at} />,
      }),
      column.instant<Member>('joined', t('joined'), ({ created_at: at }) => at),
      column.text<Member>('username', t('username'), ({ users }) => users.username, {
        hidden: true,
      }),
      column.text<Member>('email', t('email'), ({ users }) => users.email, { hidden: true }),
      column.code<Member>('id', t('id'), idOf, { hidden: true }),
    ],
    [t, role],
  );
}

/** The filters of the list: role and status. */
export function useMemberFilters(): readonly Filter<Member>[] {
  const t = useTranslations('members');
  const roles = useTranslations('rights.roles');
  const { financeLevel } = useMemberFacts();
  return useMemo<readonly Filter<Member>[]>(() => {
    const named = (['admin', 'member', 'finance'] as const)
      .filter((role) => role !== 'finance' || financeLevel !== null)
      .map((value) => ({ value: value as string, label: roles(value) }));
    return [
      {
        id: 'role',
        label: t('role'),
        options: [...named, { value: 'guest', label: t('otherRole') }],
        of: ({ user_level: level, inherits }) =>
          inherits ? 'admin' : roleOfLevel(level, financeLevel),
      },
      {
        id: 'status',
        label: t('status'),
        options: (['active', 'inactive', 'unverified', 'deleted'] as const).map((value) => ({
          value,
          label: t(`states.${value}`),
        })),
        of: ({ users }) => users.status,
      },
    ];
  }, [t, roles, financeLevel]);
}
