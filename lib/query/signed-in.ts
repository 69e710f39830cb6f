/** For calls of the console's own API: the proxy's calls have it in `./fetcher`. */
import { ProblemError } from '@/lib/problem';
import { askToSignIn } from './sign-in-gate';

/** Runs a call. If the session has ended, opens sign-in over the page and runs the call again. */
export async function signedIn<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'not_signed_in') throw error;
    await askToSignIn('ended');
    return run();
  }
}
