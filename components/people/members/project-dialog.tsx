'use client';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { openProjects } from '@/components/organization/standing/standing';
import { RoleField } from '@/components/organization/people/role-field';
import { useLevelWords } from '@/components/organization/people/role-words';
import { useShell } from '@/components/parts/shell/context';
import type { DialogProps } from '@/components/ui/dialog-props';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { isolated } from '@/lib/intl/foreign';
import { useGroup } from '@/lib/query/scope';
import { idOf, nameOf, type Member } from './member';
import { useMemberFacts } from './place';
import { LeftNote, type Left } from './role-dialog';
import {
  againOf,
  allDone,
  RunDialog,
  useOutcomeLine,
  useRuns,
  type OutcomeLine,
} from './run-dialog';
import { useMemberCalls } from './use-member-calls';

/** Adds members of the organization to one of its projects, with one role: A17, or A20 and A22. */
export function ProjectDialog({
  members,
  left,
  onClose,
}: DialogProps<{ members: readonly Member[]; left?: Left }>) {
  const t = useTranslations('members.toProject');
  const all = useTranslations('members');
  const { org } = useGroup();
  const { scopes } = useShell();
  const { financeLevel } = useMemberFacts();
  const role = useLevelWords(financeLevel);
  const line = useOutcomeLine();
  const [project, setProject] = useState('');
  const [level, setLevel] = useState<number | null>(null);
  const [before, setBefore] = useState<ReadonlyMap<string, Member>>(new Map());
  const projects = openProjects(scopes, { org });
  const projectName = projects.find(({ group }) => group.project === project)?.label ?? project;
  const scope = useMemo(() => ({ org, project }), [org, project]);
  const calls = useMemberCalls(scope, projectName);
  const runs = useRuns(calls.read);

  const names = new Map(members.map((member) => [idOf(member), nameOf(member)]));
  const nameById = (id: string) => names.get(id) ?? id;
  const words = { name: nameById([...names.keys()][0] ?? ''), count: members.length };

  const start = (only?: readonly string[]) => async () => {
    if (level === null) return;
    let known = before;
    const made = await runs.run(async () => {
      if (!only) known = new Map((await calls.read()).map((member) => [idOf(member), member]));
      setBefore(known);
      const ids = only ?? [...names.keys()].filter((id) => !known.has(id));
      const holds = (member?: Member) => member?.user_level === level;
      return { ids, ...calls.add(level, nameById), holds };
    });
    if (only || !allDone(made) || made?.length !== members.length) return;
    toast({ tone: 'good', title: t('done', { ...words, project: projectName }) });
    onClose();
  };
  const there = members.filter((member) => before.has(idOf(member)));
  const lines: OutcomeLine[] = !runs.outcomes
    ? []
    : [
        ...runs.outcomes.map((outcome) =>
          line(outcome, nameById(outcome.id), all('outcome.added', { role: role(level) })),
        ),
        ...there.map((member): OutcomeLine => {
          const has = role(before.get(idOf(member))?.user_level);
          const said = all('outcome.already', { role: has });
          return { key: idOf(member), name: nameOf(member), state: 'left', words: said };
        }),
      ];
  return (
    <RunDialog
      title={t('title', words)}
      submit={t('confirm')}
      heading={projectName}
      reason={project === '' ? t('pickFirst') : level === null ? all('add.noRole') : null}
      onSubmit={() => void start()()}
      again={() => void start(againOf(runs.outcomes))()}
      {...{ runs, lines, onClose }}
    >
      <Select
        label={t('project')}
        value={project}
        onChange={(event) => setProject(event.target.value)}
      >
        <option value="">{t('choose')}</option>
        {projects.map(({ group, label }) => (
          <option key={group.project} value={group.project}>
            {isolated(label)}
          </option>
        ))}
      </Select>
      <RoleField value={level} onChange={setLevel} place="project" {...{ financeLevel }} />
      <LeftNote left={left} />
    </RunDialog>
  );
}
