/** The name of a copy: `web-copy.example.com` for `web.example.com`. Its first label has at most 63 characters. */
export function cloneName(hostname: string): string {
  const [label = '', ...rest] = hostname.split('.');
  return [`${label.slice(0, 58)}-copy`, ...rest].join('.');
}
