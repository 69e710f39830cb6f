'use client';
import { UserX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { ChecklistPanel } from './checklist-panel';
import {
  leaverOf,
  organizationPlace,
  type OrganizationMember,
  type Project,
  type ProjectPlace,
} from './places';
import { RemovalPanel, UnreadProjects } from './removal-panel';
import { useChecklist, useKeptChecklist } from './use-checklist';
import { useProjectPlaces } from './use-project-places';
import { useRemoval } from './use-removal';
import { WhoPanel } from './who-panel';

export interface OffboardingProps {
  /** The uuid of the person who is taken out. */
  user: string;
  /** Whether that is the signed-in person. */
  self: boolean;
  /** The organization's name. */
  organization: string;
  /** The level of the finance role; null where there is none. */
  financeLevel: number | null;
  /** The name of the service whose API keys Awanio doesn't know; null where there is none. */
  keysOf: string | null;
  problems: { members: Problem | null; projects: Problem | null };
}

/** Shows who leaves, from where, and what they may know; takes them out; shows the outcome of each place. */
export function Offboarding(props: OffboardingProps) {
  const t = useTranslations('offboarding');
  const { org } = useGroup();
  const members = useBackendQuery('A10', { params: { uuid: org } });
  const projects = useBackendQuery('A15', {});
  // Without a list of projects the organization can be left all the same.
  const unlisted = (projects.error?.problem ?? props.problems.projects)?.code === 'not_offered';
  return (
    <Live query={members} problem={props.problems.members} failed={t('membersFailed')}>
      {({ data: people }) =>
        unlisted ? (
          <Parts {...props} people={people} projects={none} unlisted />
        ) : (
          <Live query={projects} problem={props.problems.projects} failed={t('projectsFailed')}>
            {({ data }) => {
              const mine = data.filter(({ organization }) => organization?.uuid === org);
              // Other projects are other reads.
              const key = mine.map(({ uuid }) => uuid).join();
              return <Parts key={key} {...props} people={people} projects={mine} />;
            }}
          </Live>
        )
      }
    </Live>
  );
}

interface PartsProps extends OffboardingProps {
  people: readonly OrganizationMember[];
  /** The projects of the organization that the signed-in person knows. */
  projects: readonly Project[];
  /** Whether the provider lists no projects. */
  unlisted?: boolean;
}

const none: readonly Project[] = [];

function Parts({
  user,
  self,
  organization,
  financeLevel,
  keysOf,
  people,
  projects,
  unlisted = false,
}: PartsProps) {
  const { org } = useGroup();
  const places = useProjectPlaces(org, projects, user);
  const member = people.find(({ users }) => users.uuid === user) ?? null;
  const { kept, keep } = useKeptChecklist(org, user);
  const leaver = leaverOf(user, member, places) ?? kept?.person ?? null;
  const here = { place: organizationPlace(org, organization), member };
  const removal = useRemoval(leaver);
  const checklist = useChecklist({ here, places, financeLevel, kept, rests: removal.running });
  if (!leaver)
    return places.some(({ membership }) => membership.state === 'reading') ? null : (
      <Nobody organization={organization} places={places} />
    );
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <WhoPanel leaver={leaver} member={member} financeLevel={financeLevel} />
      <RemovalPanel
        {...{ leaver, self, people, here, places, unlisted, financeLevel, removal, checklist }}
        onStart={() => {
          if (checklist.list) keep(checklist.list, leaver, organization);
        }}
      />
      <ChecklistPanel
        {...{ leaver, organization, checklist, kept, keysOf }}
        left={member === null}
      />
    </div>
  );
}

/** Nobody of this ID is in the organization or its projects, and this browser keeps no list of them. */
function Nobody({
  organization,
  places,
}: {
  organization: string;
  places: readonly ProjectPlace[];
}) {
  const t = useTranslations('offboarding');
  return (
    <EmptyState
      framed
      icon={<UserX aria-hidden />}
      title={t('nobody', { organization })}
      actions={<ButtonLink href={paths.members(useGroup())}>{t('toMembers')}</ButtonLink>}
    >
      {t('nobodyText')}
      <ul className="mt-2 text-left">
        <UnreadProjects places={places} />
      </ul>
    </EmptyState>
  );
}
