/** `web.example.com` → `web-copy.example.com`, within the 63 characters of a label. */
export function cloneName(hostname: string): string {
  const [label = '', ...rest] = hostname.split('.');
  return [`${label.slice(0, 58)}-copy`, ...rest].join('.');
}
