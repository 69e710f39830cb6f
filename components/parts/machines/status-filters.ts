/** The groups of statuses that lists of machines can be narrowed to: `?status=run`. Server and browser read alike. */
export const statusFilters = ['run', 'off', 'busy', 'error'] as const;
export type StatusFilter = (typeof statusFilters)[number];
