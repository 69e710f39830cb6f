/** `GET /api/icons/…`: the picture of an organization, a project or a person. */
import { pictureMark } from '@/lib/contract/reading/pictures';
import { picturePolicy } from '@/lib/security/headers';
import { credentialsFor } from '@/lib/session/credentials';
import { answering } from '@/lib/session/http';
import { requestId, requireRequestSession } from '@/lib/session/session-api';
import { findIcon, iconOf } from './find-icon';
import { readIcon } from './read-icon';

/** Whoever opens the address itself gets a picture without any rights. */
const safe = {
  'content-security-policy': picturePolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** Seconds for which a browser keeps a picture, and remembers that there is none. */
const keptFor = 3_600;
const missingFor = 300;

const missing = () =>
  new Response(null, {
    status: 404,
    headers: { ...safe, 'cache-control': `private, max-age=${missingFor}` },
  });

/**
 * Answers with a picture, or 404, for which the page shows initials.
 * @param parts of the path: `organizations/{uuid}`, `projects/{uuid}`, `…/members/{user}`, `me`; `?v=` is the mark, `at` when it was changed
 */
export function showIcon(request: Request, parts: readonly string[]): Promise<Response> {
  return answering(requestId(request), async () => {
    const session = await requireRequestSession(request);
    const of = iconOf(parts);
    if (!of) return missing();
    const query = new URL(request.url).searchParams;
    const mark = query.get('v') ?? '';
    const at = (query.get('at') ?? '').slice(0, 20);
    const text = await findIcon(of, mark, credentialsFor(session, 'awanio'));
    const picture = await readIcon(text, at);
    if (!picture) return missing();
    const same = pictureMark(text) === mark;
    return new Response(new Uint8Array(picture.body), {
      headers: {
        ...safe,
        'content-type': picture.type,
        'cache-control': same ? `private, max-age=${keptFor}` : 'no-store',
      },
    });
  });
}
