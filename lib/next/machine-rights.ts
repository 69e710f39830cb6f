/**
 * Whether a DewaVPS key sees machines. Nobody can ask a key for its scopes, so it is learnt from a 403 and
 * remembered for a while by the process. Server only.
 */
import { credentialHash } from '@/lib/backend/credentials';
import { Lru } from '@/lib/backend/lru';
import { perProcess } from '@/lib/log/per-process';
import type { Account } from '@/lib/session/session';
import { tryRead } from './backend';

/** Milliseconds that what was learnt is good for. */
const goodFor = 5 * 60_000;
/** Milliseconds that a page waits to learn it; a key that isn't known yet counts as seeing them. */
const patience = 700;
const mostKeys = 5000;

interface Learnt {
  machines: boolean;
  until: number;
}

/**
 * Asks what home and the list of instances ask for too, so that they share the call: it costs none on those
 * pages, and elsewhere one in five minutes.
 */
export async function seesMachines({ slug, key }: Pick<Account, 'slug' | 'key'>): Promise<boolean> {
  const all = perProcess('machine-rights', () => new Lru<Learnt>(mostKeys));
  const hash = credentialHash({ backend: 'dewavps', key });
  const held = all.get(hash);
  if (held && held.until > Date.now()) return held.machines;
  const query = { limit: 50, page: 1, sort: 'create,desc' as const };
  const asked = tryRead('D02', { query }, slug).then(({ problem }) => {
    const machines = problem?.code !== 'no_access';
    if (!problem || !machines) all.set(hash, { machines, until: Date.now() + goodFor });
    return machines;
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(held?.machines ?? true), patience);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
