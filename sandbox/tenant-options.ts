import { z } from 'zod';

/** How many of a kind a test may order; 2,000 machines take a few seconds. */
export const optionCount = z.int().min(0).max(5000);
