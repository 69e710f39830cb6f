/** What the person's own profile (A04) tells of their organizations and projects, and what changed in it. */
import type { Result } from '@/lib/contract/types';
import type { Scope } from './scopes';

/** One organization or project of the person. */
export interface OwnPlace {
  uuid: string;
  name: string;
  /** Undefined where it isn't known yet. */
  level?: number | null;
  /** Whether the provider has suspended it. A04 doesn't tell it of projects. */
  suspended?: boolean;
}

/** By the key of a scope: `o/<uuid>`, `p/<uuid>`. */
export type OwnPlaces = ReadonlyMap<string, OwnPlace>;

export function placesIn(profile: Result<'A04'>): OwnPlaces {
  const places = new Map<string, OwnPlace>();
  for (const { organization, user_level: level } of profile.organizations)
    if (organization) {
      const { uuid, name, slug, is_suspend: suspended } = organization;
      const place = { uuid, name: name ?? slug ?? uuid, level, suspended: suspended === true };
      places.set(`o/${uuid}`, place);
    }
  for (const { project, user_level: level } of profile.projects)
    if (project) {
      const { uuid, name, slug } = project;
      places.set(`p/${uuid}`, { uuid, name: name ?? slug ?? uuid, level });
    }
  return places;
}

/** What the page was made with. Scopes tell roles, not levels. */
export function placesOf(scopes: readonly Scope[]): OwnPlaces {
  return new Map(
    scopes.flatMap((scope) => {
      if (scope.kind === 'account') return [];
      const uuid = scope.kind === 'project' ? scope.group.project : scope.group.org;
      if (uuid === undefined) return [];
      const suspended = scope.kind === 'organization' ? scope.suspended : undefined;
      return [[scope.key, { uuid, name: scope.label, suspended }]];
    }),
  );
}

export interface PlacesChange {
  /** Where the person is no longer a member. */
  lost: ReadonlyMap<string, OwnPlace>;
  /** Where their level is another one. */
  changed: readonly OwnPlace[];
  /** Whether they are a member of something new. */
  gained: boolean;
  /** Whether the provider has suspended one, or ended a suspension. */
  suspension: boolean;
}

/** Compares two answers. @returns null where they say the same */
export function placesChange(before: OwnPlaces, now: OwnPlaces): PlacesChange | null {
  const lost = new Map([...before].filter(([key]) => !now.has(key)));
  const changed = [...now].flatMap(([key, place]) => {
    const known = before.get(key)?.level;
    return known !== undefined && known !== place.level ? [place] : [];
  });
  const gained = [...now.keys()].some((key) => !before.has(key));
  const suspension = [...now].some(([key, { suspended }]) => {
    const known = before.get(key)?.suspended;
    return known !== undefined && known !== suspended;
  });
  const same = lost.size === 0 && changed.length === 0 && !gained && !suspension;
  return same ? null : { lost, changed, gained, suspension };
}
