/** The volumes that this page deletes, so that nobody is told that they are gone. */
const ours = new Set<string>();

/** Whether this page deletes the volume, or has deleted it. */
export const isOurs = (uuid: string): boolean => ours.has(uuid);

/** Runs a deletion. */
export async function deleting<Answer>(uuid: string, run: () => Promise<Answer>): Promise<Answer> {
  ours.add(uuid);
  try {
    return await run();
  } catch (error) {
    ours.delete(uuid);
    throw error;
  }
}
