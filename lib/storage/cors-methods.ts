/** What a CORS rule can name. Browser-safe. */
export const corsMethods = ['GET', 'PUT', 'HEAD', 'POST', 'DELETE'] as const;

/** An origin or an allowed header: with one star at most. */
export const corsPattern = /^[^*\s]*\*?[^*\s]*$/;
/** The name of a header that a page may read. */
export const corsHeader = /^[\w!#$%&'*+.^`|~-]+$/;
