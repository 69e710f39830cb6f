/** What every connection to the Redis of `REDIS_URL` has in common. Plain Node; loaded only where that is set. */

/** The loggable part of an error: a code, or the first word of Redis's refusal (`NOAUTH`), never the URL. */
export function redisReason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as NodeJS.ErrnoException;
  return code ?? /^[A-Z]{2,20}\b/.exec(error.message)?.[0] ?? error.constructor.name;
}

/** The options of a client. A command fails at once while Redis can't be reached. */
export const redisOptions = (url: string) => ({
  url,
  RESP: 2 as const,
  disableOfflineQueue: true,
  pingInterval: 2_000,
  socket: {
    connectTimeout: 2_000,
    // A dead connection is closed when its ping isn't answered.
    socketTimeout: 5_000,
    reconnectStrategy: (tries: number) => Math.min(2_000, 100 * 2 ** Math.min(tries, 10)),
  },
});
