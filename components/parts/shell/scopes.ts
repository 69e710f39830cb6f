/** What the signed-in person can work in: organizations, projects, DewaVPS accounts. Server only. */
import { cache } from 'react';
import { tryRead } from '@/lib/next/backend';
import { refusedRights } from '@/lib/next/key-rights';
import { currentSession } from '@/lib/next/session';
import { roleCan, roleOfLevel, type KeyRight, type Role } from '@/lib/contract/permissions';
import { paths, type GroupScope, unknownOrganization } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import type { Account } from '@/lib/session/session';
import { settings } from '@/lib/settings';

export type Scope = {
  /** Unique among all scopes: `o/<org>`, `p/<project>`, `vps/<slug>`. */
  key: string;
  label: string;
  /** Its first page. */
  href: string;
  /** False if the person may see no machines there (finance, a key for billing alone); no link leads to them then. */
  machines: boolean;
  /** The mark of its icon, for `PersonMark`; null without one. */
  icon?: string | null;
  /** The provider has suspended the organization, or that of the project. */
  suspended?: boolean;
} & (
  | { kind: 'organization'; group: GroupScope; role: Role }
  | {
      kind: 'project';
      group: GroupScope;
      organizationName: string | null;
      role: Role;
    }
  | {
      kind: 'account';
      account: string;
      /** The rights that its key is known to lack. Unknown rights count as granted. */
      refused: readonly KeyRight[];
    }
);

/** The scopes of a person. */
export interface Scopes {
  scopes: readonly Scope[];
  /** Why Awanio's scopes are missing or incomplete. */
  problem: Problem | null;
}

/** The role of a `user_level`, and whether the person may see machines. */
function rights(level: number | null): { role: Role; machines: boolean } {
  const role = roleOfLevel(level, settings().NUSA_FINANCE_LEVEL ?? null);
  return { role, machines: roleCan(role, 'group.read') };
}

/** Puts each organization's projects after it, and those of other organizations last. */
function nested(scopes: readonly Scope[]): Scope[] {
  const organizations = scopes.filter((each) => each.kind === 'organization');
  const projects = scopes.filter((each) => each.kind === 'project');
  const known = new Set(organizations.map(({ group }) => group.org));
  return [
    ...organizations.flatMap((each) => [
      each,
      ...projects.filter(({ group }) => group.org === each.group.org),
    ]),
    ...projects.filter(({ group }) => !known.has(group.org)),
  ];
}

const awanioScopes = cache(async (): Promise<Scopes> => {
  const session = await currentSession();
  if (!session?.awanio) return { scopes: [], problem: null };
  const [me, projects] = await Promise.all([tryRead('A04', {}), tryRead('A15', {})]);
  if (me.problem) return { scopes: [], problem: me.problem };
  const scopes: Scope[] = [];
  for (const { organization, user_level: userLevel } of me.data.organizations) {
    if (!organization) continue;
    const group = { org: organization.uuid };
    const label = organization.name ?? organization.slug ?? organization.uuid;
    scopes.push({
      kind: 'organization',
      key: `o/${group.org}`,
      label,
      href: paths.overview(group),
      group,
      icon: organization.icon,
      suspended: organization.is_suspend === true,
      ...rights(userLevel),
    });
  }
  for (const { project, user_level: userLevel } of me.data.projects) {
    if (!project) continue;
    // A04 doesn't say which organization a project belongs to; A15 does.
    const whole = projects.data?.data.find(({ uuid }) => uuid === project.uuid);
    const group = { org: whole?.organization?.uuid ?? unknownOrganization, project: project.uuid };
    const label = project.name ?? project.slug ?? project.uuid;
    const organizationName = whole?.organization?.name ?? null;
    scopes.push({
      kind: 'project',
      key: `p/${group.project}`,
      label,
      href: paths.overview(group),
      group,
      organizationName,
      icon: whole?.icon ?? null,
      suspended: whole?.organization?.is_suspend === true,
      ...rights(userLevel),
    });
  }
  return { scopes: nested(scopes), problem: projects.problem ?? null };
});

export type AccountScope = Scope & { kind: 'account' };

async function accountScope({ slug, label, key }: Account): Promise<AccountScope> {
  const refused = await refusedRights({ key });
  const machines = !refused.includes('read_instance');
  const href = paths.vpsOverview(slug);
  return { kind: 'account', key: `vps/${slug}`, label, href, machines, account: slug, refused };
}

/** The DewaVPS accounts of the session. They don't wait for Awanio. */
const accountScopes = cache(async (): Promise<readonly AccountScope[]> => {
  const session = await currentSession();
  return Promise.all((session?.accounts ?? []).map(accountScope));
});

/** All scopes of the session: organizations with their projects in the backend's order, DewaVPS accounts last. Read once for each request. */
export const sessionScopes = cache(async (): Promise<Scopes> => {
  const [awanio, accounts] = await Promise.all([awanioScopes(), accountScopes()]);
  return { scopes: [...awanio.scopes, ...accounts], problem: awanio.problem };
});

/**
 * The scopes that a page of `key` needs: only the accounts for an account's page, which doesn't wait for Awanio, else
 * all.
 */
export const scopesFor = async (key: string): Promise<Scopes> =>
  key.startsWith('vps/') ? { scopes: await accountScopes(), problem: null } : sessionScopes();
