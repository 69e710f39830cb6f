/** What can be wrong with the store for one owner, as tests ask for it. It is forgotten at the end of the sandbox. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';

/** The trouble of an owner; what is left out is as it should be. */
export const troubleInput = z.strictObject({
  /** By how many seconds the store's clock is ahead of the true one; below zero it is behind. */
  clockOff: z.number().min(-86_400).max(86_400).default(0),
  /** Whether every write is refused, as by a full disk. */
  full: z.boolean().default(false),
  /** After how many bytes of a body each answer stops: `cut` ends the connection, `hang` says nothing more. */
  stop: z
    .strictObject({ after: z.int().min(0), how: z.enum(['cut', 'hang']).default('cut') })
    .nullable()
    .default(null),
  /** After how many bytes of its body each put, or only the first `times` of them, stops in the same ways. */
  stopPut: z
    .strictObject({
      after: z.int().min(0),
      how: z.enum(['cut', 'hang']).default('cut'),
      times: z.int().min(1).default(Infinity),
    })
    .nullable()
    .default(null),
  /** Bytes of a part that isn't the last, at least: an upload of thousands of parts needn't be of gigabytes. */
  smallestPart: z.int().min(1).nullable().default(null),
  /** After how many writes the others wait until the trouble is set anew. */
  holdWrites: z
    .strictObject({ after: z.int().min(0) })
    .nullable()
    .default(null),
  /** Whether the store is one of those that know nothing of versions. */
  noVersions: z.boolean().default(false),
});
export type Trouble = z.output<typeof troubleInput>;

/** Lets the body of a put stop on its way in; the store is left without the rest. */
export function stopPutInMiddle(
  request: IncomingMessage,
  { after, how }: NonNullable<Trouble['stopPut']>,
): void {
  const iterate = request.iterator.bind(request);
  request.iterator = async function* (options) {
    let left = after;
    for await (const chunk of iterate(options) as AsyncIterable<Buffer>) {
      if (chunk.byteLength > left) {
        if (how === 'cut') request.socket.destroy();
        // What hangs says nothing until its client goes away.
        await new Promise((_, fail) => request.once('close', () => fail(new Error('closed'))));
      }
      left -= chunk.byteLength;
      yield chunk;
    }
  } as typeof request.iterator;
}

/** Lets an answer stop in its body. */
export function stopInMiddle(
  response: ServerResponse,
  { after, how }: NonNullable<Trouble['stop']>,
): void {
  const write = response.write.bind(response) as (chunk: Uint8Array, done: () => void) => boolean;
  const end = response.end.bind(response) as () => ServerResponse;
  let left = after;
  let stopped = false;
  const pass = (chunk: string | Uint8Array): boolean => {
    if (stopped) return false;
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    stopped = bytes.byteLength > left;
    const whole = !stopped;
    const passed = bytes.subarray(0, left);
    left -= passed.byteLength;
    const written = write(passed, () => {
      if (!whole && how === 'cut') response.destroy();
    });
    return whole && written;
  };
  const of = response as { write: unknown; end: unknown };
  of.write = pass;
  of.end = (chunk?: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) pass(chunk);
    return stopped ? response : end();
  };
}
