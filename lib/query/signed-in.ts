/** Sends again what was refused because the session had ended. */
import { ProblemError } from '@/lib/problem';
import { askToSignIn } from './sign-in-gate';

const isSignedOut = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'not_signed_in';

/**
 * Runs a call. If the session has ended, opens sign-in over the page and runs the call again. That is safe, since a
 * refused call changed nothing.
 * @param ended tells such a refusal from other errors; for calls that reach a backend it is `wantsSignIn`
 */
export async function signedIn<T>(
  run: () => Promise<T>,
  ended: (error: unknown) => boolean = isSignedOut,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!ended(error)) throw error;
    await askToSignIn('ended');
    return run();
  }
}
