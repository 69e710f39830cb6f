/**
 * Shortcuts of a single character (`/`, `?`, `j` …), which a person can turn off, since speech input and shaky hands
 * press them by mistake (WCAG 2.1.4). The choice is a cookie of the browser, as language and theme are, and is read at
 * each press: it counts at once in every open tab. Browser only.
 */
export const singleKeysCookie = 'nusa.single-keys';

export const singleKeysOn = (): boolean =>
  !document.cookie.split('; ').includes(`${singleKeysCookie}=off`);

/** Whether a key (as in `KeyboardEvent.key`) is such a shortcut, and turned off. Space works a control and stays. */
export const turnedOff = (key: string): boolean =>
  key.length === 1 && key !== ' ' && !singleKeysOn();
