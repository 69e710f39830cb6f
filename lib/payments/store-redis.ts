/** Payments under way in Redis, for all replicas. Keys are hashes; the texts hold no secret of a person. */
import { createClient } from '@redis/client';
import { log } from '@/lib/log/log';
import { problem } from '@/lib/problem';
import { redisOptions, redisReason } from '@/lib/redis';
import { holdFor, type PaymentStore } from './store';

const name = (key: string) => `nusa:payments:${key}`;

/** Compares and changes in one step, so that no other replica comes between. */
const swapScript = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] == '' then redis.call('DEL', KEYS[1])
else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 1`;

/**
 * The store in the Redis of this URL. While Redis can't be reached, nobody can pay: a payment that the other replicas
 * don't know of could be made twice.
 */
export function redisPayments(url: string): PaymentStore {
  const client = createClient(redisOptions(url));
  client.on('error', (error: unknown) =>
    log().warn({ why: redisReason(error) }, 'Redis can not be reached: nobody can pay now'),
  );
  const connected = client.connect().catch(() => undefined);
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    await connected;
    try {
      return await work();
    } catch {
      throw problem('internal', 503, 'The list of payments under way can not be reached.');
    }
  };
  return {
    read: (key) => asked(() => client.get(name(key))),
    claim: (key, text) =>
      asked(async () => {
        const expiration = { type: 'PX', value: holdFor } as const;
        return (await client.set(name(key), text, { condition: 'NX', expiration })) !== null;
      }),
    swap: (key, before, after) =>
      asked(async () => {
        const given = [before, after ?? '', String(holdFor)];
        return (await client.eval(swapScript, { keys: [name(key)], arguments: given })) === 1;
      }),
    put: (key, text) =>
      asked(async () => {
        await client.set(name(key), text, { expiration: { type: 'PX', value: holdFor } });
      }),
  };
}
