/** What a change of role takes away. Load it late: it needs the table of operations. */
import { roleOfLevel, type Place } from '@/lib/contract/permissions';
import { roleMatrix, type MatrixId } from '@/lib/contract/role-matrix';

/** The areas that a person can no longer see or change. */
export function lossesOf(
  from: number | null,
  to: number,
  place: Place,
  financeLevel: number | null,
): MatrixId[] {
  const cells = (level: number | null) => roleMatrix(roleOfLevel(level, financeLevel), place);
  const after = new Map(cells(to).map((cell) => [cell.id, cell]));
  return cells(from)
    .filter(({ id, see, change }) => {
      const then = after.get(id);
      return (see && !then?.see) || (change && !then?.change);
    })
    .map(({ id }) => id);
}
