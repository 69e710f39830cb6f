'use client';
import { useTranslations } from 'use-intl';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { Panel } from '@/components/ui/panel';
import { roleOfLevel } from '@/lib/contract/permissions';
import type { Leaver, OrganizationMember } from './places';

/** Who leaves. Somebody who is only in a project any more has no row in the organization. */
export function WhoPanel({
  leaver,
  member,
  financeLevel,
}: {
  leaver: Leaver;
  member: OrganizationMember | null;
  financeLevel: number | null;
}) {
  const t = useTranslations('offboarding.who');
  const roles = useTranslations('rights.roles');
  const seen = member?.users.last_login;
  const pairs = [
    { term: t('name'), value: leaver.name },
    { term: t('username'), value: leaver.username },
    ...(member
      ? [
          { term: t('email'), value: member.users.email },
          { term: t('role'), value: roles(roleOfLevel(member.user_level, financeLevel)) },
          { term: t('seen'), value: seen ? <Instant iso={seen} as="relative" /> : t('never') },
        ]
      : [{ term: t('role'), value: t('notHere') }]),
    { term: t('id'), value: leaver.uuid, mono: true },
  ];
  return (
    <Panel title={t('title')}>
      <KeyValue pairs={pairs} columns={2} />
    </Panel>
  );
}
