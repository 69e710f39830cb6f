/** Finds the files of uploads again after the page was loaded anew. */
import type { Transfers } from './engine';
import { matching, type Difference } from './match';
import type { Chosen } from './upload';

type WithPermission = FileSystemFileHandle & {
  queryPermission?: (of: { mode: 'read' }) => Promise<PermissionState>;
  requestPermission?: (of: { mode: 'read' }) => Promise<PermissionState>;
};

async function mayRead(handle: WithPermission, ask: boolean): Promise<boolean> {
  if (!handle.queryPermission) return true;
  if ((await handle.queryPermission({ mode: 'read' })) === 'granted') return true;
  return ask && (await handle.requestPermission?.({ mode: 'read' })) === 'granted';
}

/**
 * Opens the files of uploads by their handles. Call it in a press, since the browser may ask the person.
 * @returns how many go on, and how many have no handle, or a file that was changed or is gone
 */
export async function openFiles(
  transfers: Transfers,
  ids: readonly string[],
): Promise<{ opened: number; missing: number }> {
  let ask = true;
  let opened = 0;
  let missing = 0;
  for (const id of ids) {
    const upload = transfers.get(id);
    if (upload?.state !== 'needs-file') continue;
    const { handle, source } = upload;
    try {
      if (!handle) throw new Error('no handle');
      if (!(await mayRead(handle, ask))) {
        ask = false; // who refuses once isn't asked 10,000 times
        throw new Error('not allowed');
      }
      const file = await handle.getFile();
      const { size, lastModified: modified, type } = file;
      const chosen: Chosen = { ...source, size, modified, type, file, handle };
      if (transfers.supply([chosen], id).length === 0) throw new Error('changed');
      opened += 1;
    } catch {
      missing += 1;
    }
  }
  return { opened, missing };
}

/** Gives one upload the file that was chosen for it. @returns what differs; null where it goes on */
export function supplyOne(
  transfers: Transfers,
  id: string,
  chosen: Chosen | undefined,
): readonly Difference[] | null {
  const upload = transfers.get(id);
  if (!upload || !chosen) return [];
  const differs = matching(upload.source, chosen);
  if (differs.length > 0) return differs;
  transfers.supply([chosen], id);
  return null;
}
