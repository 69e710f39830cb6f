'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MemberIdsField } from '@/components/organization/people/member-ids-field';
import { mostPeople, noPeople } from '@/components/organization/people/people';
import { RoleField } from '@/components/organization/people/role-field';
import { useLevelWords } from '@/components/organization/people/role-words';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { DialogProps } from '@/components/ui/dialog-props';
import { levelOf } from '@/lib/contract/permissions';
import { readMemberIds } from '@/lib/contract/reading/member-ids';
import { useGroup } from '@/lib/query/scope';
import { idOf, nameOf, type Member } from './member';
import { useMemberFacts, useOwnId, usePlace } from './place';
import { againOf, RunDialog, useOutcomeLine, useRuns, type OutcomeLine } from './run-dialog';
import type { Outcome } from './run-changes';
import { useMemberCalls, type Calls } from './use-member-calls';

const adminLevel = levelOf('admin');

/** What is known of the pasted lines once they were sent. */
interface Sent {
  lines: ReturnType<typeof readMemberIds>;
  level: number;
  /** Who was a member before. */
  before: ReadonlyMap<string, Member>;
  /** Whom the person removed again. */
  removed: readonly string[];
}

const isNew = ({ id, member }: Outcome, { before }: Sent) =>
  !before.has(id) && member !== undefined;

const shortId = (id: string) => id.slice(0, 8);

/** What is sent, and what became of it. */
function useAdding() {
  const { place, placeName } = usePlace();
  const { offered } = useMemberFacts();
  const me = useOwnId();
  const calls = useMemberCalls(useGroup(), placeName);
  const runs = useRuns(calls.read);
  const [sent, setSent] = useState<Sent | null>(null);
  const single = place === 'organization' ? !offered.A12 : !offered.A17;

  const start = (lines: Sent['lines'], level: number) =>
    runs.run(async () => {
      const before = new Map((await calls.read()).map((member) => [idOf(member), member]));
      setSent({ lines, level, before, removed: [] });
      const ids = lines.flatMap(({ id }) => id ?? []);
      const added = ids.filter((id) => id !== me && !before.has(id));
      return { ids: added, ...calls.add(level, shortId), holds: hasLevel(level) };
    });
  // Only the calls without a level make admins; with the others, somebody else added the person meanwhile.
  const admins = (runs.outcomes ?? [])
    .filter(
      (outcome) =>
        single &&
        sent !== null &&
        sent.level !== adminLevel &&
        isNew(outcome, sent) &&
        outcome.member?.user_level === adminLevel,
    )
    .map(({ id }) => id);
  const again = (ids: readonly string[], how: Calls, holds: (member?: Member) => boolean) =>
    runs.run(async () => ({ ids, ...how, holds }));
  const setRole = () =>
    sent && again(admins, calls.setLevel(sent.level, shortId), hasLevel(sent.level));
  const retry = () => {
    const others = againOf(runs.outcomes).filter((id) => !admins.includes(id));
    if (others.length === 0) void setRole();
    else if (sent) void again(others, calls.add(sent.level, shortId), hasLevel(sent.level));
  };
  const removeAdmins = async () => {
    const made = await again(admins, calls.remove(shortId), (member) => member === undefined);
    const gone = (made ?? []).filter(({ state }) => state === 'done').map(({ id }) => id);
    setSent((was) => was && { ...was, removed: [...was.removed, ...gone] });
  };
  return { sent, runs, admins, start, retry, setRole, removeAdmins };
}

/** Adds people by their member IDs, with one role: A12 or A17, and A11 or A20 where the provider has no other. */
export function AddDialog({ onClose }: DialogProps) {
  const t = useTranslations('members.add');
  const { financeLevel, offered } = useMemberFacts();
  const { place, placeName } = usePlace();
  const [{ text, level }, setPeople] = useState(noPeople);
  const adding = useAdding();
  const { runs, sent, admins } = adding;
  const onlyAdmins = place === 'organization' && !offered.A12 ? t('onlyAdmins') : null;
  const read = readMemberIds(text);
  const count = read.filter(({ id }) => id !== undefined).length;
  const lines = useLines(sent, runs.outcomes, admins);
  const added = lines.filter(({ state }) => state === 'done').length;
  const reason =
    count === 0
      ? t('noIds')
      : count > mostPeople
        ? t('tooMany')
        : level === null
          ? t('noRole')
          : null;
  return (
    <RunDialog
      title={t('title', { name: placeName })}
      submit={t('confirm', { count })}
      heading={t('result', { count: added })}
      onSubmit={() => void (level !== null && adding.start(read, level))}
      again={adding.retry}
      notice={admins.length > 0 ? <AdminsNote {...adding} /> : null}
      {...{ runs, reason, lines, onClose }}
    >
      <MemberIdsField value={text} onChange={(typed) => setPeople({ text: typed, level })} />
      <RoleField
        value={level}
        onChange={(chosen) => setPeople({ text, level: chosen })}
        refused={{ member: onlyAdmins, finance: onlyAdmins }}
        {...{ place, financeLevel }}
      />
    </RunDialog>
  );
}

/** Says loudly who became an admin against the person's choice, since the second call failed. */
function AdminsNote({ admins, runs, setRole, removeAdmins }: ReturnType<typeof useAdding>) {
  const t = useTranslations('members.add');
  const button = { size: 'sm', loading: runs.busy } as const;
  return (
    <Callout
      tone="danger"
      role="alert"
      title={t('adminsTitle', { count: admins.length })}
      actions={
        <>
          <Button {...button} variant="primary" onClick={() => void setRole()}>
            {t('setRole')}
          </Button>
          <Button {...button} variant="danger" onClick={() => void removeAdmins()}>
            {t('removeAgain')}
          </Button>
        </>
      }
    >
      {t('adminsText')}
    </Callout>
  );
}

const hasLevel = (level: number) => (member?: Member) => member?.user_level === level;

/** What became of each pasted line, in the order of the lines; nothing before they were sent. */
function useLines(
  sent: Sent | null,
  outcomes: readonly Outcome[] | null,
  admins: readonly string[],
): OutcomeLine[] {
  const t = useTranslations('members.outcome');
  const { financeLevel } = useMemberFacts();
  const { place } = usePlace();
  const me = useOwnId();
  const role = useLevelWords(financeLevel);
  const line = useOutcomeLine();
  if (!sent || !outcomes) return [];
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return sent.lines.map(({ line: text, id }, at): OutcomeLine => {
    if (id === undefined)
      return { key: `line ${at}`, name: text.slice(0, 80), state: 'left', words: t('noId') };
    const outcome = byId.get(id);
    const known = sent.before.get(id) ?? outcome?.member;
    const of = { key: id, name: known ? nameOf(known) : id };
    if (id === me) return { ...of, state: 'left', words: t('own') };
    const before = sent.before.get(id);
    if (before)
      return { ...of, state: 'left', words: t('already', { role: role(before.user_level) }) };
    if (sent.removed.includes(id)) return { ...of, state: 'left', words: t('removed') };
    if (admins.includes(id)) return { ...of, state: 'failed', words: t('asAdmin') };
    if (!outcome) return { ...of, state: 'asked', words: t('unlisted') };
    const { state, problem, member } = outcome;
    if (state !== 'done' && member)
      return { ...of, state: 'left', words: t('already', { role: role(member.user_level) }) };
    if (state === 'failed' && problem?.code === 'not_found')
      return {
        ...of,
        state: 'failed',
        words: t(place === 'organization' ? 'missing' : 'notInOrganization'),
      };
    return line(outcome, of.name, t('added', { role: role(sent.level) }));
  });
}
