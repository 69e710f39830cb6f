/** What a CORS rule may hold: said once for the form, the JSON and the route handlers. Browser-safe. */
export const corsMethods = ['GET', 'PUT', 'HEAD', 'POST', 'DELETE'] as const;

export const mostCorsRules = 100;
/** Characters of a rule's id. */
export const longestCorsId = 255;
/** Seconds for which a browser may keep what a store allows: as many as a signed number of 32 bits holds. */
export const mostCorsSeconds = 2 ** 31 - 1;
const longestPattern = 2048;

/** Whether a text is an origin or an allowed header: with one star at most. */
export const isCorsPattern = (text: string): boolean =>
  text !== '' && text.length <= longestPattern && /^[^*\s]*\*?[^*\s]*$/.test(text);

/** Whether a text is the name of a header that a page may read. */
export const isCorsHeader = (text: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(text);

export const isCorsMethod = (text: string): boolean => corsMethods.some((one) => one === text);

/** Whether a browser may keep the answer for so many seconds. */
export const isCorsAge = (seconds: unknown): seconds is number =>
  Number.isInteger(seconds) && Number(seconds) >= 0 && Number(seconds) <= mostCorsSeconds;
