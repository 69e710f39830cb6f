'use client';
import { UserMinus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemLine } from '@/components/parts/actions/problem-words';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Foreign } from '@/components/ui/foreign';
import { Panel } from '@/components/ui/panel';
import { StepIcon, type StepIconState } from '@/components/ui/step-icon';
import { TextLink } from '@/components/ui/text-link';
import { roleOfLevel } from '@/lib/contract/permissions';
import { paths } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import {
  isLastAdmin,
  type Leaver,
  type OrganizationMember,
  type Place,
  type ProjectPlace,
} from './places';
import type { Outcome } from './removal';
import type { ShownChecklist } from './use-checklist';
import type { Removal } from './use-removal';

interface RemovalPanelProps {
  leaver: Leaver;
  self: boolean;
  people: readonly OrganizationMember[];
  here: { place: Place; member: OrganizationMember | null };
  places: readonly ProjectPlace[];
  /** Whether the provider lists no projects. */
  unlisted: boolean;
  financeLevel: number | null;
  removal: Removal;
  checklist: ShownChecklist;
  /** Called before the first call. */
  onStart: () => void;
}

/** The places that are left, projects first. */
function leftPlaces({
  here,
  places,
}: Pick<RemovalPanelProps, 'here' | 'places'>): readonly Place[] {
  const projects = places.filter(
    ({ membership }) => membership.state === 'read' && membership.member !== null,
  );
  return [...projects.map(({ place }) => place), ...(here.member ? [here.place] : [])];
}

/** Where the person is a member, what happens to it, and the button that does it. */
export function RemovalPanel(props: RemovalPanelProps) {
  const { leaver, removal, places } = props;
  const t = useTranslations('offboarding');
  const left = leftPlaces(props);
  const { steps, running } = removal;
  const reading = places.filter(({ membership }) => membership.state === 'reading').length;
  const bad = steps.filter(({ outcome }) => ['failed', 'unknown'].includes(outcome.state));
  const unread = places.some(({ membership }) => membership.state === 'failed');
  const over = left.length === 0 && reading === 0 && !unread && !running;
  const title = t(over ? 'where.was' : 'where.title', { name: leaver.name });
  return (
    <Panel title={title} description={over ? undefined : t('where.order')}>
      <ul className="flex flex-col gap-2" aria-label={title}>
        {left.length > 0 || steps.length > 0 ? <Rows {...props} left={left} over={over} /> : null}
        <UnreadProjects places={places} />
      </ul>
      <p role="status" className="text-muted mt-2">
        {reading > 0
          ? t('where.reading', { read: places.length - reading, all: places.length })
          : running
            ? t('where.running')
            : null}
      </p>
      {over ? (
        <Callout tone="good" role="status" title={t('where.done', { name: leaver.name })}>
          <p>{t('where.doneText')}</p>
        </Callout>
      ) : null}
      <p className="text-muted mt-3 text-sm">
        {props.unlisted ? t('where.noProjects') : t('where.unlisted')}
      </p>
      {over ? null : <Start {...props} left={left} retry={bad.length > 0} />}
    </Panel>
  );
}

const icons: Record<Outcome['state'], StepIconState> = {
  waiting: 'waiting',
  working: 'working',
  removed: 'done',
  failed: 'failed',
  unknown: 'asked',
};

/** The places with the person's role, and with the outcome once the removal has begun. */
function Rows({
  left,
  removal: { steps },
  here,
  places,
  financeLevel,
  over,
}: RemovalPanelProps & { left: readonly Place[]; over: boolean }) {
  const t = useTranslations('offboarding.where');
  const roles = useTranslations('rights.roles');
  const problemLine = useProblemLine();
  const begun = new Set(steps.map(({ place }) => place.key));
  const rows = [
    // The lists of members say more than a call whose outcome wasn't known.
    ...steps.map((step) => (over ? { ...step, outcome: { state: 'removed' } as Outcome } : step)),
    ...left
      .filter(({ key }) => !begun.has(key))
      .map((place) => ({ place, outcome: { state: 'waiting' } as Outcome })),
  ];
  const roleIn = ({ key }: Place) => {
    const project = places.find(({ place }) => place.key === key)?.membership;
    const level =
      key === here.place.key
        ? here.member?.user_level
        : project?.state === 'read'
          ? project.member?.user_level
          : undefined;
    return level === undefined ? null : roles(roleOfLevel(level, financeLevel));
  };
  const said = (outcome: Outcome) =>
    outcome.state === 'failed'
      ? t('failed', { problem: problemLine(outcome.problem) })
      : outcome.state === 'waiting'
        ? null
        : t(outcome.state);
  return rows.map(({ place, outcome }) => {
    const role = outcome.state === 'removed' ? null : roleIn(place);
    const words = said(outcome);
    return (
      <Row key={place.key} icon={icons[outcome.state]}>
        <span className="font-medium">
          <Foreign text={place.name} />
        </span>{' '}
        <span className="text-muted">
          {place.group.project === undefined ? t('organization') : t('project')}
          {role ? ` · ${role}` : null}
          {words ? ` · ${words}` : null}
        </span>
      </Row>
    );
  });
}

function Row({ icon, children }: { icon: StepIconState; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2">
      <span className="mt-0.5">
        <StepIcon state={icon} />
      </span>
      <span className="min-w-0 break-words">{children}</span>
    </li>
  );
}

/** The projects whose members couldn't be read. */
export function UnreadProjects({ places }: Pick<RemovalPanelProps, 'places'>) {
  const t = useTranslations('offboarding.where');
  const problemLine = useProblemLine();
  return places.map(({ place, membership }) =>
    membership.state === 'failed' ? (
      <Row key={place.key} icon="asked">
        <Foreign text={place.name} />{' '}
        <span className="text-muted">
          {t('unread', { problem: problemLine(membership.problem) })}
        </span>{' '}
        <Button size="sm" loading={membership.retrying} onClick={membership.again}>
          {t('again')}
        </Button>
      </Row>
    ) : null,
  );
}

/** Up to five names, for a sentence. */
const named = (people: readonly OrganizationMember[]) =>
  people
    .slice(0, 5)
    .map(({ users: { name, username, uuid } }) => name ?? username ?? uuid)
    .join(', ');

/** Why this person can't be taken out, and who can do what instead. */
function Hindrance({ leaver, self, people }: RemovalPanelProps) {
  const t = useTranslations('offboarding');
  const group = useGroup();
  const others = people.filter(
    ({ users: { uuid, status } }) =>
      uuid !== leaver.uuid && (status ?? 'active').toLowerCase() === 'active',
  );
  const admins = others.filter(({ user_level: level }) => roleOfLevel(level) === 'admin');
  if (isLastAdmin(people, leaver.uuid))
    return (
      <Callout tone="warn" title={t('lastAdmin', { name: leaver.name })}>
        <p>
          {others.length > 0 ? t('lastAdminText', { names: named(others) }) : t('lastAdminAlone')}{' '}
          <TextLink href={paths.members(group)}>{t('toMembers')}</TextLink>
        </p>
      </Callout>
    );
  if (!self) return null;
  return (
    <Callout tone="warn" title={t('self')}>
      <p>{t('selfText', { names: named(admins) })}</p>
    </Callout>
  );
}

/** The button with its question. */
function Start(props: RemovalPanelProps & { left: readonly Place[]; retry: boolean }) {
  const { leaver, self, people, left, retry, removal, checklist, onStart } = props;
  const t = useTranslations('offboarding');
  const [asking, setAsking] = useState(false);
  const hindered = self
    ? t('self')
    : isLastAdmin(people, leaver.uuid)
      ? t('lastAdmin', { name: leaver.name })
      : null;
  const unready =
    checklist.progress !== null
      ? t('confirm.notYet')
      : left.length === 0
        ? t('confirm.none')
        : null;
  const begin = () => {
    onStart();
    void removal.start(left);
  };
  return (
    <div className="mt-4 flex flex-col items-start gap-3">
      <Hindrance {...props} />
      <Button
        variant="danger"
        icon={<UserMinus aria-hidden />}
        loading={removal.running}
        disabledReason={hindered ?? unready}
        onClick={() => (retry ? begin() : setAsking(true))}
      >
        {retry ? t('confirm.retry') : t('confirm.label')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('confirm.title', { name: leaver.name })}
        confirmLabel={t('confirm.label')}
        confirmName={leaver.name}
        danger
        onConfirm={() => {
          begin();
          return Promise.resolve();
        }}
      >
        <p>{t('confirm.text', { count: left.length })}</p>
        <ul className="list-disc pl-5">
          {left.map(({ key, name }) => (
            <li key={key}>
              <Foreign text={name} />
            </li>
          ))}
        </ul>
        <p>{t('confirm.keeps')}</p>
      </ConfirmDialog>
    </div>
  );
}
