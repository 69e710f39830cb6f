/** Whether a file that was chosen again is the one that an upload began with. */
import type { Source } from './upload';

/** What differs. */
export type Difference = 'name' | 'size' | 'time';

/** The file's own name. */
export const nameOf = ({ path }: Pick<Source, 'path'>) => path.slice(path.lastIndexOf('/') + 1);

/** What differs between the file as it was and the one that was chosen; empty for the same. */
export function matching(was: Source, now: Source): Difference[] {
  const differs: [Difference, boolean][] = [
    ['name', nameOf(was) !== nameOf(now)],
    ['size', was.size !== now.size],
    // Some disks keep whole seconds, some two of them.
    ['time', Math.abs(was.modified - now.modified) > 2000],
  ];
  return differs.flatMap(([what, differ]) => (differ ? [what] : []));
}
