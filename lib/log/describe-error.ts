/** Describes an unexpected error for the log. */
import { scrub } from '@/lib/contract/error-envelope';

const longestStack = 4000;

/** The name and stack of an error, without texts that look like secrets: a message may quote any value. */
export function describeError(error: unknown): { type: string; stack?: string } {
  if (!(error instanceof Error)) return { type: typeof error };
  const stack = (error.stack ?? error.message).slice(0, longestStack);
  return { type: error.name, stack: scrub(stack) };
}
