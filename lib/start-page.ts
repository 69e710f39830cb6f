/**
 * What a person sees after sign-in: home, or the bills. A cookie of the browser, like language and theme, that the sign-in
 * page reads. Whether there are bills to see is decided by who has signed in.
 */
export const startPages = ['home', 'billing'] as const;
export type StartPage = (typeof startPages)[number];
export const startCookie = 'nusa.start';

/** Reads the cookie, or `?start=` of the home page; home unless it says otherwise. */
export function readStart(value: string | undefined): StartPage {
  return startPages.find((page) => page === value) ?? 'home';
}
