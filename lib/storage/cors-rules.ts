/** The rules of CORS as the console's API takes them. */
import { z } from 'zod';
import {
  corsMethods,
  isCorsAge,
  isCorsHeader,
  isCorsPattern,
  longestCorsId,
  mostCorsRules,
} from './cors-limits';

const pattern = z.string().refine(isCorsPattern, 'invalid');

export const corsRules = z
  .array(
    z.strictObject({
      id: z.string().max(longestCorsId, 'too_long').optional(),
      allowed_origins: z.array(pattern).min(1, 'required'),
      allowed_methods: z.array(z.enum(corsMethods, 'invalid')).min(1, 'required'),
      allowed_headers: z.array(pattern),
      expose_headers: z.array(z.string().refine(isCorsHeader, 'invalid')),
      max_age_seconds: z.number('invalid').refine(isCorsAge, 'invalid').optional(),
    }),
  )
  .max(mostCorsRules, 'too_long');
