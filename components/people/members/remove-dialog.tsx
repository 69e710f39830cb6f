'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLevelWords } from '@/components/organization/people/role-words';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { Foreign } from '@/components/ui/foreign';
import { toast } from '@/components/ui/toast';
import { TypeNameField } from '@/components/ui/type-name-field';
import { sameAsSeen } from '@/lib/format/compare-text';
import { paths } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { MeanwhileNote } from './change-review';
import { idOf, keepsAdmin, nameOf, type Member } from './member';
import { useMemberFacts, useOwnId, usePlace } from './place';
import { LeftNote, type MembersDialogProps } from './role-dialog';
import { againOf, allDone, RunDialog, useOutcomeLine, useRuns } from './run-dialog';
import type { Outcome } from './run-changes';
import { useBasis } from './use-basis';
import { useMemberCalls } from './use-member-calls';

/** Removes one or many members: A13 or A12, A23 or A17. One who removes the own membership leaves, and is asked more. */
export function RemoveDialog({ members: given, list: whole, left, onClose }: MembersDialogProps) {
  const t = useTranslations('members.remove');
  const all = useTranslations('members');
  const ui = useTranslations('ui');
  const router = useRouter();
  const { financeLevel } = useMemberFacts();
  const { place, placeName } = usePlace();
  const me = useOwnId();
  const role = useLevelWords(financeLevel);
  const line = useOutcomeLine();
  const calls = useMemberCalls(useGroup(), placeName);
  const runs = useRuns(calls.read);
  const { members, list, differs, check } = useBasis(given, whole);
  const [typed, setTyped] = useState('');
  const [sure, setSure] = useState(false);

  const ids = members.map(idOf);
  const leaves = ids.includes(me);
  const leavesAlone = leaves && ids.length === 1;
  const asked = leavesAlone ? placeName : ids.length > 1 ? String(ids.length) : null;
  const breaks = (now: readonly Member[], some: readonly string[]) =>
    place === 'organization' && !keepsAdmin(now, some);
  const broken = list !== null && breaks(list, ids);
  const nameById = (id: string) => {
    const member = given.find((each) => idOf(each) === id);
    return member ? nameOf(member) : id;
  };

  const start = (only?: readonly string[]) => async () => {
    const made = await runs.run(async () => {
      const now = await calls.read();
      const some = only ?? ids;
      if (!check(now, some) || breaks(now, some)) return null;
      return { ids: some, ...calls.remove(nameById), holds: (member?: Member) => !member };
    });
    // The list of a place that one has left can't be read: then the answer alone says it.
    const left = leaves && made?.some((one) => one.id === me && isShut(one));
    if (leaves && (left || allDone(made))) {
      toast({ tone: 'good', title: t('left', { name: placeName }) });
      router.push(paths.home());
      router.refresh();
    } else if (!only && allDone(made)) {
      toast({
        tone: 'good',
        title: t('done', { name: nameById(ids[0] ?? ''), count: ids.length }),
      });
      onClose();
    }
  };
  const words = { name: nameOf(given[0] as Member), count: members.length };
  const title = place === 'organization' ? 'titleOrganization' : 'titleProject';
  const text = place === 'organization' ? 'textOrganization' : 'textProject';
  const lines = (runs.outcomes ?? []).map((outcome) =>
    line(outcome, nameById(outcome.id), all('outcome.removed')),
  );
  const untyped = asked !== null && !sameAsSeen(typed, asked) ? ui('typeNameFirst') : null;
  return (
    <RunDialog
      title={leavesAlone ? t('leaveTitle', { name: placeName }) : t(title, words)}
      submit={leavesAlone ? t('leave') : t('confirm', { count: members.length })}
      heading={all('outcomes')}
      danger
      reason={
        broken
          ? all('lastAdminTitle')
          : members.length === 0
            ? all('gone')
            : leaves && !sure
              ? t('leaveFirst')
              : untyped
      }
      onSubmit={() => void start()()}
      again={() => void start(againOf(runs.outcomes))()}
      above={
        <>
          <MeanwhileNote differs={differs} />
          {broken ? (
            <Callout tone="danger" title={all('lastAdminTitle')}>
              {all('lastAdminText')}
            </Callout>
          ) : null}
        </>
      }
      {...{ runs, lines, onClose }}
    >
      {leavesAlone ? null : (
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
      )}
      {leavesAlone ? null : <p>{t(text, { count: members.length })}</p>}
      {leaves ? <p>{t('leaveText')}</p> : <p>{t('knows')}</p>}
      <LeftNote left={left} />
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

/** Whether the call was made, and the list can't be read any more. */
const isShut = ({ state, problem }: Outcome) =>
  state === 'unknown' && (problem?.code === 'not_found' || problem?.code === 'no_access');
