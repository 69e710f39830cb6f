/** The groups of statuses by which lists of machines can be filtered: `?status=run`. Server and browser use them. */
export const statusFilters = ['run', 'off', 'busy', 'error'] as const;
export type StatusFilter = (typeof statusFilters)[number];
