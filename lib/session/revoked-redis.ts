/**
 * The shared list of signed-out sessions in Redis: a sorted set by the sessions' ends, and a channel. It is
 * loaded only where `REDIS_URL` is set. Nothing in it is secret: names are hashes of random ids.
 */
import { createClient } from '@redis/client';
import { z } from 'zod';
import { settings } from '@/lib/settings';
import type { Revocation, Store } from './revoked-shared';

const SET = 'nusa:revoked';
const CHANNEL = 'nusa:revoked:told';
/** Entries of one command. */
const BATCH = 500;
/** The most that is read: as many as a process keeps. */
const MOST = 100_000;

/** Whoever may write to this Redis may sign people out, so only the form is checked. */
const message = z.array(z.tuple([z.string().max(64), z.number()])).max(BATCH);

function parse(text: string): Revocation[] {
  try {
    return message.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}

/** What may be logged of an error: a code, or the first word of Redis's own refusal (`NOAUTH`). Never the URL. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as NodeJS.ErrnoException;
  return code ?? /^[A-Z]{2,20}\b/.exec(error.message)?.[0] ?? error.constructor.name;
}

const options = (url: string) => ({
  url,
  RESP: 2 as const,
  disableOfflineQueue: true,
  pingInterval: 2_000,
  socket: {
    connectTimeout: 2_000,
    // A connection whose other end is gone without a word is given up when its ping stays unanswered.
    socketTimeout: 5_000,
    reconnectStrategy: (tries: number) => Math.min(2_000, 100 * 2 ** Math.min(tries, 10)),
  },
});

/**
 * A store in the Redis of this URL. One connection listens, the other asks: on one alone (RESP 3) Redis 7.0 puts what is
 * told between the answers of a transaction, which the client can't read.
 */
export function redisStore(url: string): Store {
  const client = createClient(options(url));
  const listener = createClient(options(url));
  const life = settings().NUSA_SESSION_HOURS * 3_600_000;
  let listens = false;
  return {
    open({ reached, lost, heard }) {
      const failed = (error: unknown) => lost(reason(error));
      const ready = () => {
        if (listens && client.isReady && listener.isReady) reached();
      };
      const listen = async () => {
        // After a break it listens again by itself, before it says that it is ready.
        if (!listens) await listener.subscribe(CHANNEL, (text) => heard(parse(text)));
        listens = true;
        ready();
      };
      client.on('ready', ready);
      listener.on('ready', () => void listen().catch(failed));
      for (const one of [client, listener]) {
        one.on('error', failed);
        one.connect().catch(failed);
      }
    },
    async load(now) {
      const rows = await client.zRangeByScoreWithScores(SET, now, '+inf', {
        LIMIT: { offset: 0, count: MOST },
      });
      return rows.map(({ value, score }) => [value, score] as const);
    },
    async add(revocations) {
      for (let at = 0; at < revocations.length; at += BATCH) {
        const some = revocations.slice(at, at + BATCH);
        await client
          .multi()
          .zRemRangeByScore(SET, '-inf', Date.now())
          .zAdd(
            SET,
            some.map(([value, score]) => ({ value, score })),
          )
          .pExpire(SET, life)
          .publish(CHANNEL, JSON.stringify(some))
          .exec();
      }
    },
  };
}
