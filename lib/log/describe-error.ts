/** What a log may hold of an error that nobody foresaw. */
import { scrub } from '@/lib/contract/error-envelope';

const longestStack = 4000;

/** Its name and its stack, cleaned of what looks like a secret: a message may quote whatever was at hand. */
export function describeError(error: unknown): { type: string; stack?: string } {
  if (!(error instanceof Error)) return { type: typeof error };
  const stack = (error.stack ?? error.message).slice(0, longestStack);
  return { type: error.name, stack: scrub(stack) };
}
