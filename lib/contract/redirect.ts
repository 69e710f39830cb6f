/**
 * Says where a backend's redirect leads. We never follow it, since it would send a credential to another place. A
 * redirect to another host means that the deployment doesn't offer the operation (some lead to a documentation site);
 * one on the same host means that the base URL is not quite right, such as http for https.
 * @param location the `Location` header
 * @param asked the requested URL
 * @returns the other host; null if it is the same host or there is no redirect
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
