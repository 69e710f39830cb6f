/** The names under which a version of the provider's API takes the members of a project. */
import type { Ref } from './index';

/**
 * Gives the member lists of A17 the names of the API's version, which the base URL tells: `project_member_added` in the
 * documentation, `project_members_added` from `…/v2` on (QA28). Everything else stays as it is.
 * @param basePath the path of the base URL: `/v2`, or nothing
 */
export function withMemberFields<Given extends { body?: object | undefined }>(
  ref: Ref,
  input: Given,
  basePath: string,
): Given {
  const version = Number(/\/v(\d+)$/.exec(basePath)?.[1] ?? 1);
  if (ref !== 'A17' || version < 2 || !input.body) return input;
  const body = Object.fromEntries(
    Object.entries(input.body).map(([name, value]: [string, unknown]) => [
      name.replace(/^project_member_/, 'project_members_'),
      value,
    ]),
  );
  return { ...input, body };
}
