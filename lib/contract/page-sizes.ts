/** How many reserved addresses a page may have: A37 documents these and no others. Browser-safe. */
export const addressPageSizes = [5, 10, 15] as const;
