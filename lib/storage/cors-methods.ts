/** The methods that a CORS rule can name. Browser-safe. */
export const corsMethods = ['GET', 'PUT', 'HEAD', 'POST', 'DELETE'] as const;
