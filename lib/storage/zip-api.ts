/** POST `/api/storage/{organizations|projects}/{uuid}/zip/plan`: what a zip file would hold (`stream-zip` streams it). */
import { answering, json, readJson, requireOrigin } from '@/lib/session/http';
import { requestId } from '@/lib/session/session-api';
import type { ZipPlan } from './shapes';
import { withKey, type StoragePath } from './with-key';
import { planZip, ZIP_REQUEST_LIMIT, zipBody } from './zip';

/** Calls that a plan may make one after the other, at most: lists of 1,000 of 100,000 objects take longer than one. */
export const PLAN_TIMES = 6;

/** `ZipAsked`: `{ data: ZipPlan }`. */
export function showZipPlan(request: Request, at: StoragePath): Promise<Response> {
  return answering(requestId(request), async () => {
    requireOrigin(request);
    const asked = await readJson(request, zipBody, ZIP_REQUEST_LIMIT);
    const data: ZipPlan = await withKey(
      request,
      at,
      async (client, deadline) => {
        const { name, size, objects, renamed } = await planZip(client, asked, deadline);
        return { name, size, objects, renamed };
      },
      PLAN_TIMES,
    );
    return json({ data });
  });
}
