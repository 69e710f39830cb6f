/** The rules of CORS as S3 takes them. */
import { z } from 'zod';
import { corsHeader, corsMethods, corsPattern } from './cors-methods';

/** Origins and headers may have one star. */
const pattern = z.string().min(1, 'required').max(2048, 'too_long').regex(corsPattern, 'invalid');

/** At most a hundred rules. */
export const corsRules = z
  .array(
    z.strictObject({
      id: z.string().max(255, 'too_long').optional(),
      allowed_origins: z.array(pattern).min(1, 'required'),
      allowed_methods: z.array(z.enum(corsMethods, 'invalid')).min(1, 'required'),
      allowed_headers: z.array(pattern),
      expose_headers: z.array(z.string().regex(corsHeader, 'invalid')),
      max_age_seconds: z
        .number('invalid')
        .int('number_whole')
        .min(0, 'too_small')
        .max(2 ** 31 - 1, 'too_large')
        .optional(),
    }),
  )
  .max(100, 'too_long');
