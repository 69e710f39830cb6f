/** Posts JSON to the session's own routes and tells what came of it. */
import { ProblemError, type Problem } from '@/lib/problem';
import { fetchJson } from '@/lib/session/fetcher';

/** Null when it went well. */
export async function send(path: string, json: Record<string, string>): Promise<Problem | null> {
  try {
    await fetchJson(path, { method: 'POST', json });
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}
