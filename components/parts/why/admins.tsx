'use client';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '@/components/ui/late-error-state';
import { Foreign } from '@/components/ui/foreign';
import { Spinner } from '@/components/ui/spinner';
import { levelOf } from '@/lib/contract/permissions';
import { useBackendQuery } from '@/lib/query';

const admin = levelOf('admin');

interface Person {
  uuid: string | null;
  name: string | null;
  username: string | null;
  email: string | null;
}

/** Names of admins with where to write to them. */
function People({ people, note }: { people: readonly Person[]; note: string | null }) {
  return people.map(({ uuid, name, username, email }) => (
    <li key={uuid} className="flex flex-wrap gap-x-2 py-1">
      <span className="min-w-0 break-words">
        <Foreign text={name ?? username ?? uuid ?? ''} />
      </span>
      {email ? <span className="text-muted break-all">{email}</span> : null}
      {note ? <span className="text-faint text-sm">{note}</span> : null}
    </li>
  ));
}

/**
 * The admins who can give a right: those of the project, where the right is one of a project, and those of the
 * organization. They are read when it is asked for (A10, A21).
 * @param org null where the person may not see the organization
 */
export function Admins({ org, project }: { org: string | null; project: string | undefined }) {
  const t = useTranslations('rights.why');
  const whole = useBackendQuery('A10', { params: { uuid: org ?? '' } }, { enabled: org !== null });
  const part = useBackendQuery(
    'A21',
    { params: { uuid: project ?? '' } },
    { enabled: project !== undefined },
  );
  const refused = whole.error?.problem.code === 'no_access';
  const trouble = part.error ?? (project === undefined && !refused ? whole.error : null);
  if ((org !== null && whole.isLoading) || part.isLoading) return <Spinner />;
  if (trouble) return <ProblemNote problem={trouble.problem} what={t('adminsFailed')} />;
  const of = (rows: readonly { user_level: number | null; person: Person | null }[]) =>
    rows.flatMap(({ user_level: level, person }) => (level === admin && person ? [person] : []));
  const inProject = of((part.data?.data ?? []).map((row) => ({ ...row, person: row.user })));
  const inOrganization = of((whole.data?.data ?? []).map((row) => ({ ...row, person: row.users })));
  const hidden = org === null || whole.error !== null;
  const others = inOrganization.filter(
    ({ uuid }) => !inProject.some((person) => person.uuid === uuid),
  );
  return (
    <>
      {inProject.length + others.length > 0 ? (
        <ul>
          <People people={inProject} note={null} />
          <People people={others} note={project === undefined ? null : t('fromOrganization')} />
        </ul>
      ) : null}
      {hidden ? (
        <p className="text-muted text-sm">{t(org === null ? 'hiddenAdmins' : 'unseenAdmins')}</p>
      ) : null}
    </>
  );
}
