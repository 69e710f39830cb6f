/**
 * The shared list of signed-out sessions in Redis: a sorted set by the sessions' ends, and a channel. It is loaded
 * only if `REDIS_URL` is set. Nothing in it is secret: names are hashes of random ids.
 */
import { createClient } from '@redis/client';
import { z } from 'zod';
import { redisOptions as options, redisReason as reason } from '@/lib/redis';
import { settings } from '@/lib/settings';
import type { Revocation, Store } from './revoked-shared';

const SET = 'nusa:revoked';
const CHANNEL = 'nusa:revoked:told';
/** Most entries of one command. */
const BATCH = 500;
/** Most entries that are read: as many as a process keeps. */
const MOST = 100_000;

/** Whoever can write to this Redis can sign people out anyway, so only the form is checked. */
const message = z.array(z.tuple([z.string().max(64), z.number()])).max(BATCH);

function parse(text: string): Revocation[] {
  try {
    return message.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}

/**
 * A store in the Redis of this URL. It uses two connections, one to listen and one for commands: on a single one
 * (RESP 3), Redis 7.0 mixes messages into the answers of a transaction, which the client can't read.
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
        // After a lost connection it listens again by itself, before it reports that it is ready.
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
