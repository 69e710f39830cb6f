'use client';
const year = 365 * 24 * 3600;

/** Sets a cookie for a year, for a preference that the server reads, too. No secrets. */
export function setCookie(name: string, value: string): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`;
}
