'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { RoleField } from '@/components/organization/people/role-field';
import { useLevelWords } from '@/components/organization/people/role-words';
import { LeftOut } from '@/components/parts/actions/bulk-dialog';
import { Callout } from '@/components/ui/callout';
import type { DialogProps } from '@/components/ui/dialog-props';
import { toast } from '@/components/ui/toast';
import { levelOf } from '@/lib/contract/permissions';
import { members as resource } from '@/lib/resources/awanio';
import { useGroup } from '@/lib/query/scope';
import { ChangeReview, LastAdminNote, MeanwhileNote } from './change-review';
import { idOf, keepsAdmin, nameOf, type Member } from './member';
import { useMemberFacts, useOwnId, usePlace } from './place';
import { againOf, allDone, RunDialog, useOutcomeLine, useRuns } from './run-dialog';
import { useBasis } from './use-basis';
import { useMemberCalls } from './use-member-calls';

/** The selected rows that an action doesn't fit, with the reason. */
export type Left = readonly { row: Member; reason: string }[];

export type MembersDialogProps = DialogProps<{
  members: readonly Member[];
  /** The whole list; null while the page has only its beginning. */
  list: readonly Member[] | null;
  left?: Left;
}>;

const adminLevel = levelOf('admin');

/** Says which of the selected people an action leaves out. */
export function LeftNote({ left = [] }: { left?: Left | undefined }) {
  const t = useTranslations('members');
  if (left.length === 0) return null;
  return (
    <Callout title={t('skipped', { count: left.length })}>
      <LeftOut left={left} identity={resource} />
    </Callout>
  );
}

/** Gives one or many members another role: A12, A17 or A22. */
export function RoleDialog({ members: given, list: whole, left, onClose }: MembersDialogProps) {
  const t = useTranslations('members.change');
  const all = useTranslations('members');
  const router = useRouter();
  const { financeLevel } = useMemberFacts();
  const { place, placeName } = usePlace();
  const me = useOwnId();
  const role = useLevelWords(financeLevel);
  const line = useOutcomeLine();
  const calls = useMemberCalls(useGroup(), placeName);
  const runs = useRuns(calls.read);
  const { members, list, differs, check } = useBasis(given, whole);
  const [level, setLevel] = useState<number | null>(null);
  const [only] = members;

  const names = new Map(given.map((member) => [idOf(member), nameOf(member)]));
  const nameById = (id: string) => names.get(id) ?? id;
  const changed = members.filter((member) => member.user_level !== level).map(idOf);
  const breaks = (now: readonly Member[], ids: readonly string[]) =>
    place === 'organization' && level !== adminLevel && !keepsAdmin(now, ids);
  const broken = level !== null && list !== null && breaks(list, changed);
  const own = members.find((member) => idOf(member) === me);
  const lowersOwn = own?.user_level === adminLevel && level !== null && level !== adminLevel;

  const start = (only?: readonly string[]) => async () => {
    if (level === null) return;
    const made = await runs.run(async () => {
      const now = await calls.read();
      const ids = only ?? changed;
      if (!check(now, ids) || breaks(now, ids)) return null;
      const holds = (member?: Member) => member?.user_level === level;
      return { ids, ...calls.setLevel(level, nameById), holds };
    });
    if (lowersOwn && made) router.refresh();
    if (only || !allDone(made)) return;
    const words = { name: nameById(changed[0] ?? ''), count: changed.length, role: role(level) };
    toast({ tone: 'good', title: t('done', words) });
    onClose();
  };
  const words = { name: nameOf(given[0] as Member), count: given.length };
  const lines = (runs.outcomes ?? []).map((outcome) =>
    line(outcome, nameById(outcome.id), all('outcome.changed', { role: role(level) })),
  );
  const unneeded = changed.length === 0 ? t('nobody') : null;
  const reason = level === null ? all('add.noRole') : broken ? all('lastAdminTitle') : unneeded;
  return (
    <RunDialog
      title={t('title', words)}
      submit={t('confirm', { count: changed.length })}
      heading={all('outcomes')}
      reason={reason}
      onSubmit={() => void start()()}
      again={() => void start(againOf(runs.outcomes))()}
      above={
        <>
          <MeanwhileNote differs={differs} />
          {broken ? (
            <LastAdminNote />
          ) : lowersOwn ? (
            <Callout tone="warn">
              <p>{t('own')}</p>
            </Callout>
          ) : null}
        </>
      }
      {...{ runs, lines, onClose }}
    >
      <RoleField
        value={level}
        onChange={setLevel}
        keep={members.length === 1 ? (only?.user_level ?? null) : null}
        {...{ place, financeLevel }}
      >
        <ChangeReview {...{ members, level }} />
      </RoleField>
      <LeftNote left={left} />
      <p className="text-faint text-sm">{all('race')}</p>
    </RunDialog>
  );
}
