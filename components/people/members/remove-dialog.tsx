'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLevelWords } from '@/components/organization/people/role-words';
import { Checkbox } from '@/components/ui/checkbox';
import { Foreign } from '@/components/ui/foreign';
import { toast } from '@/components/ui/toast';
import { TypeNameField } from '@/components/ui/type-name-field';
import { sameAsSeen } from '@/lib/format/compare-text';
import { paths } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { LastAdminNote, MeanwhileNote } from './change-review';
import { idOf, keepsAdmin, nameOf, type Member } from './member';
import { useMemberFacts, useOwnId, usePlace } from './place';
import { LeftNote, type MembersDialogProps } from './role-dialog';
import { againOf, allDone, RunDialog, useOutcomeLine, useRuns } from './run-dialog';
import type { Outcome } from './run-changes';
import { useBasis } from './use-basis';
import { useMemberCalls } from './use-member-calls';

/** Whom a dialog removes, and whether it may. */
function useRemoval({ members: given, list: whole, onClose }: MembersDialogProps) {
  const t = useTranslations('members.remove');
  const router = useRouter();
  const { place, placeName } = usePlace();
  const me = useOwnId();
  const calls = useMemberCalls(useGroup(), placeName);
  const runs = useRuns(calls.read);
  const { members, list, differs, check } = useBasis(given, whole);
  const ids = members.map(idOf);
  const leaves = ids.includes(me);
  const breaks = (now: readonly Member[], some: readonly string[]) =>
    place === 'organization' && !keepsAdmin(now, some);
  const nameById = (id: string) => {
    const member = given.find((each) => idOf(each) === id);
    return member ? nameOf(member) : id;
  };
  /** @param only whom to try again */
  const start = async (only?: readonly string[]) => {
    const made = await runs.run(async () => {
      const now = await calls.read();
      const some = only ?? ids;
      if (!check(now, some) || breaks(now, some)) return null;
      return { ids: some, ...calls.remove(nameById), holds: (member?: Member) => !member };
    });
    // The list of a place that one has left can't be read: then the answer alone says it.
    const left = made?.some((one) => one.id === me && (one.state === 'done' || isShut(one)));
    if (left) {
      toast({ tone: 'good', title: t('left', { name: placeName }) });
      router.push(paths.home());
      router.refresh();
    } else if (!only && allDone(made)) {
      const words = { name: nameById(ids[0] ?? ''), count: ids.length };
      toast({ tone: 'good', title: t('done', words) });
      onClose();
    }
  };
  const broken = list !== null && breaks(list, ids);
  return { members, differs, runs, leaves, broken, start, nameById };
}

/** Removes one or many members: A13 or A12, A23 or A17. One who removes the own membership leaves, and is asked more. */
export function RemoveDialog(props: MembersDialogProps) {
  const t = useTranslations('members.remove');
  const all = useTranslations('members');
  const ui = useTranslations('ui');
  const { place, placeName } = usePlace();
  const line = useOutcomeLine();
  const { members, differs, runs, leaves, broken, start, nameById } = useRemoval(props);
  const [typed, setTyped] = useState('');
  const [sure, setSure] = useState(false);

  const count = members.length;
  const leavesAlone = leaves && count === 1;
  const asked = leavesAlone ? placeName : count > 1 ? String(count) : null;
  const untyped = asked !== null && !sameAsSeen(typed, asked) ? ui('typeNameFirst') : null;
  const unsure = leaves && !sure ? t('leaveFirst') : untyped;
  const impossible = broken ? all('lastAdminTitle') : count === 0 ? all('gone') : null;
  const title = place === 'organization' ? 'titleOrganization' : 'titleProject';
  const text = place === 'organization' ? 'textOrganization' : 'textProject';
  const name = nameById(idOf(props.members[0] as Member));
  const lines = (runs.outcomes ?? []).map((outcome) =>
    line(outcome, nameById(outcome.id), all('outcome.removed')),
  );
  return (
    <RunDialog
      title={leavesAlone ? t('leaveTitle', { name: placeName }) : t(title, { name, count })}
      submit={leavesAlone ? t('leave') : t('confirm', { count })}
      heading={all('outcomes')}
      danger
      reason={impossible ?? unsure}
      onSubmit={() => void start()}
      again={() => void start(againOf(runs.outcomes))}
      above={
        <>
          <MeanwhileNote differs={differs} />
          {broken ? <LastAdminNote /> : null}
        </>
      }
      onClose={props.onClose}
      {...{ runs, lines }}
    >
      {leavesAlone ? null : <People members={members} />}
      {leavesAlone ? null : <p>{t(text, { count })}</p>}
      <p>{t(leaves ? 'leaveText' : 'knows')}</p>
      <LeftNote left={props.left} />
      {leaves ? (
        <Checkbox
          label={t('leaveSure')}
          checked={sure}
          onChange={(event) => setSure(event.target.checked)}
        />
      ) : null}
      {asked === null ? null : <TypeNameField name={asked} typed={typed} onType={setTyped} />}
      <p className="text-faint text-sm">{all('race')}</p>
    </RunDialog>
  );
}

/** Who is removed, each with the role. */
function People({ members }: { members: readonly Member[] }) {
  const { financeLevel } = useMemberFacts();
  const role = useLevelWords(financeLevel);
  return (
    <ul className="border-line bg-sunken max-h-40 overflow-y-auto rounded border px-3 py-2">
      {members.map((member) => (
        <li key={idOf(member)}>
          <span className="font-medium break-all">
            <Foreign text={nameOf(member)} />
          </span>{' '}
          <span className="text-muted">{role(member.user_level)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Whether the call was made, and the list can't be read any more. */
const isShut = ({ state, problem }: Outcome) =>
  state === 'unknown' && (problem?.code === 'not_found' || problem?.code === 'no_access');
