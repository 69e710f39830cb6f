/** Where an object stands: the folders above it, and its name in the last of them. */
import { stepsTo, type Step } from '../folders';

/**
 * An object whose key ends in a slash stands for a folder: it is in the folder above, and its name keeps the slash.
 * @param key exact
 */
export function placeOf(key: string): { folders: Step[]; name: string } {
  const steps = stepsTo(key);
  const rest = key.slice(steps.at(-1)?.prefix.length ?? 0);
  if (rest !== '') return { folders: steps, name: rest };
  return { folders: steps.slice(0, -1), name: steps.at(-1)?.name ?? '' };
}
