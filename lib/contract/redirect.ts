/**
 * A redirect from an API. It is never followed, since that would carry a credential elsewhere. To another host it
 * means that the deployment doesn't offer the operation (some lead to a documentation site); on the same host it
 * means that the base URL is not quite right, such as http for https.
 * @param location the `Location` header
 * @param asked the URL that was asked
 * @returns the other host, or null where it leads to the same one or nowhere
 */
export function redirectedTo(
  status: number,
  location: string | string[] | null | undefined,
  asked: string,
): string | null {
  if (status < 300 || status > 399) return null;
  const text = Array.isArray(location) ? location[0] : location;
  if (!text || !URL.canParse(text, asked)) return null;
  const { hostname, host } = new URL(text, asked);
  return hostname === '' || hostname === new URL(asked).hostname ? null : host;
}
