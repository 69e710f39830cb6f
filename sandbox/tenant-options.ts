import { z } from 'zod';

/** The number of resources of a kind that a test may request; 2,000 machines take a few seconds. */
export const optionCount = z.int().min(0).max(5000);
