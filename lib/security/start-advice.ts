/** Advice for the operator at the start, about settings that work but are probably not intended. */
import type { Settings } from '@/lib/settings';

/** The sentences for the terminal, one per line. They name settings, never values. */
export function startAdvice(
  given: Pick<Settings, 'NUSA_ORIGINS' | 'NUSA_TRUST_PROXY' | 'NUSA_REPLICAS' | 'REDIS_URL'>,
): string[] {
  const { NUSA_ORIGINS: origins, NUSA_TRUST_PROXY: trusted } = given;
  const advice: string[] = [];
  if (!trusted && origins.some((origin) => origin.startsWith('https:')))
    advice.push(
      'NUSA_ORIGINS is https, so a proxy stands in front, but NUSA_TRUST_PROXY is not set: everybody will seem to come from ' +
        "one address, the proxy's, and 30 wrong passwords in ten minutes lock everybody out of signing in. Set " +
        'NUSA_TRUST_PROXY=1 where that proxy sets X-Forwarded-For.',
    );
  if (given.NUSA_REPLICAS > 1 && given.REDIS_URL === undefined)
    advice.push(
      'NUSA_REPLICAS is more than 1 and REDIS_URL is not set: a copy of a cookie that was signed out at one replica works at ' +
        'the others until the session ends. Set REDIS_URL to a Redis that all replicas share.',
    );
  return advice;
}
