/** “View as”: an admin sees the console as somebody with fewer rights would. Browser-safe. */

/** What is seen, and as whom. */
export interface ViewAs {
  /** The uuid of the organization. */
  org: string;
  /** The uuid of one of its projects: the view of somebody who is only in that project. */
  project?: string | undefined;
  /** Finance has no rights in a project, so it sees an organization only. */
  role: 'member' | 'finance';
}

const mark = '~';

/** Names a view, so that what belongs to one view is never taken for another's. */
export const viewName = ({ org, project, role }: ViewAs): string =>
  [role, org, ...(project === undefined ? [] : [project])].join(mark);

/** The identity of a person in a view. */
export const viewIdentity = (identity: string, view: ViewAs): string =>
  `${identity}${mark}${viewName(view)}`;

/** Whether an identity is a person's in a view. */
export const isViewIdentity = (identity: string): boolean => identity.includes(mark);

/** The person's own identity, also of one in a view. */
export const ownIdentity = (identity: string): string => identity.split(mark, 1)[0] ?? identity;
