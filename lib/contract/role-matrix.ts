/**
 * What each role may see and change, in the words of a person: the rows of the matrix beside a choice of a role. Each
 * row names the operations whose permissions decide, so the matrix can't differ from what the proxy enforces.
 */
import { operation, type Ref } from '.';
import { roleCan, type Permission, type Place, type Role } from './permissions';

/** One row: what it is about, the operation that shows it, the one that changes it, and where it exists. */
interface MatrixRow {
  id: string;
  see: Ref;
  change: Ref;
  places: readonly Place[];
}

const everywhere = ['organization', 'project'] as const;
const inOrganization = ['organization'] as const;

/** The rows in the order of the navigation. The id is also a message key. */
export const matrixRows = [
  { id: 'vms', see: 'A25', change: 'A24', places: everywhere },
  { id: 'baremetal', see: 'A28', change: 'A27', places: everywhere },
  { id: 'kubernetes', see: 'A64', change: 'A63', places: everywhere },
  { id: 'volumes', see: 'A39', change: 'A41', places: everywhere },
  { id: 'objects', see: 'A55', change: 'A54', places: everywhere },
  { id: 'network', see: 'A37', change: 'A36', places: inOrganization },
  { id: 'newProjects', see: 'A14', change: 'A14', places: inOrganization },
  { id: 'organizationMembers', see: 'A10', change: 'A12', places: inOrganization },
  { id: 'projectMembers', see: 'A21', change: 'A22', places: ['project'] },
  { id: 'organization', see: 'A07', change: 'A08', places: inOrganization },
  { id: 'project', see: 'A16', change: 'A17', places: ['project'] },
  { id: 'billing', see: 'A45', change: 'A51', places: inOrganization },
] as const satisfies readonly MatrixRow[];

/** The id of a row. */
export type MatrixId = (typeof matrixRows)[number]['id'];

/** What no role in a project decides: it goes by the role in the organization. */
export const ofOrganizationAlone: readonly MatrixId[] = matrixRows
  .filter(({ places }) => !(places as readonly Place[]).includes('project'))
  .map(({ id }) => id);

/** The permission to change what a row is about. */
export function changeOf(id: MatrixId): Permission {
  const found = matrixRows.find((row) => row.id === id);
  return operation((found ?? matrixRows[0]).change).permission;
}

/** What a role may do with one kind of thing. */
export interface MatrixCell {
  id: MatrixId;
  see: boolean;
  change: boolean;
}

/** What a role may do in an organization or project, row by row. */
export function roleMatrix(role: Role, place: Place): readonly MatrixCell[] {
  return matrixRows
    .filter(({ places }) => (places as readonly Place[]).includes(place))
    .map(({ id, see, change }) => ({
      id,
      see: roleCan(role, operation(see).permission, place),
      change: roleCan(role, operation(change).permission, place),
    }));
}
