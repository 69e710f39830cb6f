/** The header of each answer under `/api` with the id of the server's build. */
export const BUILD_HEADER = 'x-nusa-build';
